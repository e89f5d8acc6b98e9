import { parentPort, type Worker } from 'node:worker_threads';
import { defineThread } from '../../threads/define-thread.ts';
import { systemClock } from '../../threads/system-clock.ts';
import type { FoundPrinter, PrinterTransport, SendOutcome, StatusReply } from '../transport-port.ts';
import { serveTransport, type FromThread, type TransportCall } from './serve-transport.ts';
import { createSpoolerTransport } from './spooler.ts';
import { createUsbTransport } from './usb.ts';

/** The transports with calls into the system that hold their thread. */
const THREADED = { usb: createUsbTransport, spooler: createSpoolerTransport } as const;
type ThreadedKind = keyof typeof THREADED;

/** So many printers of one kind have a thread. Another one takes the thread of a printer without a call under way. */
const MOST_THREADS = 4;

/**
 * Creates a transport whose calls run in threads: one for each printer, and one for the search. A call that never returns holds
 * its own thread only, and no other printer. It has no limits of its own (see `answer-in-time.ts`).
 */
export function createThreadTransport(
  kind: ThreadedKind,
  start: () => Worker = () => thread.start(kind),
): PrinterTransport {
  const threads = new Map<string | null, CallingThread>();

  /** Returns the thread of a printer, null for the search. Rejects if each thread has a call under way. */
  const threadFor = (id: string | null): CallingThread => {
    const known = threads.get(id);
    if (known?.isAlive() === true) {
      threads.delete(id);
      threads.set(id, known);
      return known;
    }
    if (threads.size >= MOST_THREADS) {
      const idle = [...threads].find(([, { isBusy }]) => !isBusy());
      if (idle === undefined) throw new Error(`no answer within the limit from ${threads.size} printers`);
      threads.delete(idle[0]);
      idle[1].end();
    }
    const begun = createCallingThread(start());
    threads.set(id, begun);
    return begun;
  };
  const call = async <T>(
    id: string | null,
    order: TransportCall,
    signal?: AbortSignal,
  ): Promise<{ ok: true; value: T } | { ok: false; detail: string }> => {
    try {
      return { ok: true, value: (await threadFor(id).call(order, signal)) as T };
    } catch (error) {
      return { ok: false, detail: error instanceof Error ? error.message : String(error) };
    }
  };

  return {
    kind,
    async list() {
      const found = await call<readonly FoundPrinter[]>(null, { call: 'list' });
      if (!found.ok) throw new Error(found.detail);
      return found.value;
    },
    async status(target, options) {
      const reply = await call<StatusReply>(target.id, { call: 'status', target, options });
      return reply.ok ? reply.value : { kind: 'unreachable', reason: 'NO_DRIVER', detail: reply.detail };
    },
    async send(target, bytes, { signal, ...options }) {
      const outcome = await call<SendOutcome>(target.id, { call: 'send', target, bytes, options }, signal);
      if (outcome.ok) return outcome.value;
      const { detail } = outcome;
      return { kind: 'partial', accepted: 0, maybe: bytes.length, reason: 'NO_DRIVER', detail };
    },
  };
}

/** A thread and the calls that it has not answered. */
interface CallingThread {
  /** Rejects with the text of what the call threw, or when the thread ends. */
  call(order: TransportCall, signal: AbortSignal | undefined): Promise<unknown>;
  isBusy(): boolean;
  isAlive(): boolean;
  end(): void;
}

function createCallingThread(worker: Worker): CallingThread {
  const calls = new Map<number, PromiseWithResolvers<unknown>>();
  let asked = 0;
  let isAlive = true;
  const fail = (detail: string): void => {
    isAlive = false;
    for (const { reject } of calls.values()) reject(new Error(detail));
    calls.clear();
  };
  worker.on('message', (reply: FromThread) => {
    const waiting = calls.get(reply.no);
    calls.delete(reply.no);
    if ('failure' in reply) waiting?.reject(new Error(reply.failure));
    else waiting?.resolve(reply.value);
  });
  worker.on('error', (error) => fail(`the printer's thread failed: ${String(error)}`));
  worker.on('exit', (code) => fail(`the printer's thread ended: ${code}`));
  // The process may end while a call hangs. Called last, because each listener undoes it.
  worker.unref();
  return {
    async call(order, signal) {
      asked += 1;
      const no = asked;
      const waiting = Promise.withResolvers<unknown>();
      calls.set(no, waiting);
      worker.postMessage({ no, ...order });
      signal?.addEventListener('abort', () => worker.postMessage({ no, call: 'end' }), { once: true });
      return waiting.promise;
    },
    isBusy: () => calls.size > 0,
    isAlive: () => isAlive,
    end: () => void worker.terminate(),
  };
}

function serveHere(kind: ThreadedKind): void {
  if (parentPort !== null) serveTransport(THREADED[kind](systemClock), parentPort);
}

const thread = defineThread(import.meta.url, 'printer', serveHere);
