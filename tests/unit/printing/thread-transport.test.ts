import { Worker } from 'node:worker_threads';
import { afterEach, expect, it } from 'vitest';
import { answerInTime, type CallsUnderWay } from '../../../main/core/printing/transports/answer-in-time.ts';
import { createThreadTransport } from '../../../main/core/printing/transports/thread-transport.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';

const HANGING = new URL('../../support/printers/hanging-thread.ts', import.meta.url);
const OPTIONS = { dialect: 'none' } as const;
const SLIP = new Uint8Array(100).fill(0x41);
const printer = (id: string) => ({ kind: 'spooler', id }) as const;

const begun: Worker[] = [];
let open = (): void => undefined;

/** A transport over real threads, in which the calls for printers named `hangs…` do not return until the gate opens. */
function hanging() {
  const shared = new Int32Array(new SharedArrayBuffer(8));
  open = () => {
    Atomics.store(shared, 0, 1);
    Atomics.notify(shared, 0);
  };
  const transport = createThreadTransport('spooler', () => {
    const worker = new Worker(HANGING, { workerData: shared });
    begun.push(worker);
    return worker;
  });
  return { transport, printedBytes: () => Atomics.load(shared, 1) };
}

afterEach(async () => {
  open();
  await Promise.all(begun.splice(0).map(async (worker) => worker.terminate()));
});

it('is not held by a printer that hangs, and holds no other printer', async () => {
  const { transport } = hanging();
  const hung = transport.status(printer('hangs'), OPTIONS);
  expect(await transport.status(printer('other'), OPTIONS)).toMatchObject({ kind: 'asked' });
  expect(await transport.list()).toEqual([]);
  open();
  expect(await hung).toMatchObject({ kind: 'asked' });
});

it('uses one thread for each printer', async () => {
  const { transport } = hanging();
  for (const id of ['one', 'one', 'two', 'one']) await transport.status(printer(id), OPTIONS);
  expect(begun).toHaveLength(2);
});

it('begins no more threads when many printers hang, and refuses further calls', async () => {
  const { transport } = hanging();
  const hung = ['hangs-1', 'hangs-2', 'hangs-3', 'hangs-4'].map(async (id) =>
    transport.status(printer(id), OPTIONS),
  );
  expect(await transport.status(printer('fifth'), OPTIONS)).toMatchObject({ kind: 'unreachable' });
  expect(begun).toHaveLength(4);
  open();
  await Promise.all(hung);
  // The threads are free again.
  expect(await transport.status(printer('fifth'), OPTIONS)).toMatchObject({ kind: 'asked' });
});

it('never begins a job that was ended while the thread hung', async () => {
  const { transport, printedBytes } = hanging();
  const hung = transport.status(printer('hangs'), OPTIONS);
  const ending = new AbortController();
  const job = transport.send(printer('hangs'), SLIP, { ...OPTIONS, signal: ending.signal });
  ending.abort();
  open();
  expect(await job).toMatchObject({ kind: 'not_started', reason: 'ABORTED' });
  await hung;
  expect(printedBytes()).toBe(0);
});

it('is in doubt about a job whose thread ended, and begins another thread', async () => {
  const { transport } = hanging();
  const job = transport.send(printer('hangs'), SLIP, OPTIONS);
  await begun[0]?.terminate();
  expect(await job).toMatchObject({ kind: 'partial', accepted: 0, maybe: SLIP.length });
  open();
  expect(await transport.status(printer('hangs'), OPTIONS)).toMatchObject({ kind: 'asked' });
});

it('answers after the limit, and collects no calls until the printer answers again', async () => {
  const { transport, printedBytes } = hanging();
  const clock = createVirtualClock();
  const underWay: CallsUnderWay = new Set();
  const limited = answerInTime(clock, transport, underWay);
  const job = limited.send(printer('hangs'), SLIP, OPTIONS);
  await clock.advance(60_000);
  expect(await job).toMatchObject({ kind: 'partial', maybe: SLIP.length, reason: 'NO_ANSWER' });

  for (let again = 0; again < 100; again++) {
    expect(await limited.status(printer('hangs'), OPTIONS)).toMatchObject({
      kind: 'unreachable',
      reason: 'NO_ANSWER',
    });
    expect(await limited.send(printer('hangs'), SLIP, OPTIONS)).toMatchObject({
      kind: 'not_started',
      reason: 'NO_ANSWER',
    });
  }
  expect(underWay.size).toBe(1);
  expect(begun).toHaveLength(1);

  open();
  await Promise.allSettled(underWay);
  expect(underWay.size).toBe(0);
  expect(await limited.send(printer('hangs'), SLIP, OPTIONS)).toMatchObject({ kind: 'delivered' });
  expect(printedBytes()).toBeGreaterThanOrEqual(SLIP.length);
});
