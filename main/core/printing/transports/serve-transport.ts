import type { MessagePort } from 'node:worker_threads';
import type {
  FoundPrinter,
  PrinterTarget,
  PrinterTransport,
  SendOptions,
  SendOutcome,
  StatusOptions,
  StatusReply,
} from '../transport-port.ts';
import { faultOf } from './fault-of.ts';

/** A call of a transport. `no` is unique in its thread. */
export type TransportCall =
  | { readonly call: 'list' }
  | { readonly call: 'status'; readonly target: PrinterTarget; readonly options: StatusOptions }
  | {
      readonly call: 'send';
      readonly target: PrinterTarget;
      readonly bytes: Uint8Array;
      readonly options: Omit<SendOptions, 'signal'>;
    };

/** A message to the thread. `end`: the caller ended the job of that call. */
export type ToThread = { readonly no: number } & (TransportCall | { readonly call: 'end' });

/** The answer to a call, or the text of what it threw. */
export type FromThread =
  | { readonly no: number; readonly value: readonly FoundPrinter[] | StatusReply | SendOutcome }
  | { readonly no: number; readonly failure: string };

/**
 * Serves a transport to another thread. A call begins one turn of the event loop after its message, so that a job is never begun
 * that was ended while this thread hung in a call before it.
 */
export function serveTransport(transport: PrinterTransport, port: MessagePort): void {
  const jobs = new Map<number, AbortController>();

  const answer = async (message: { readonly no: number } & TransportCall): Promise<FromThread> => {
    const { no, call } = message;
    try {
      if (call === 'list') return { no, value: await transport.list() };
      const { target } = message;
      if (call === 'status') return { no, value: await transport.status(target, message.options) };
      const signal = jobs.get(no)?.signal;
      if (signal?.aborted === true)
        return {
          no,
          value: { kind: 'not_started', reason: 'ABORTED', detail: 'the caller ended the job' },
        };
      const options = { ...message.options, ...(signal === undefined ? {} : { signal }) };
      return { no, value: await transport.send(target, message.bytes, options) };
    } catch (error) {
      return { no, failure: faultOf(error, 'NO_DRIVER').detail };
    } finally {
      jobs.delete(no);
    }
  };

  port.on('message', (message: ToThread) => {
    if (message.call === 'end') return jobs.get(message.no)?.abort();
    if (message.call === 'send') jobs.set(message.no, new AbortController());
    setImmediate(() => void answer(message).then((reply) => port.postMessage(reply)));
    return undefined;
  });
}
