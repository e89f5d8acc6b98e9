import { expect, it } from 'vitest';
import { UNKNOWN_STATUS } from '../../../main/core/printing/status/printer-status.ts';
import type {
  PrinterTransport,
  SendOptions,
  SendOutcome,
} from '../../../main/core/printing/transport-port.ts';
import { answerInTime } from '../../../main/core/printing/transports/answer-in-time.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';

const TARGET = { kind: 'tcp9100', id: '10.0.0.7:9100' } as const;
const OTHER = { kind: 'tcp9100', id: '10.0.0.8:9100' } as const;
const OPTIONS = { dialect: 'none' } as const;
const SLIP = new Uint8Array(100);
const DELIVERED: SendOutcome = { kind: 'delivered', confirmed: false, status: UNKNOWN_STATUS };

/** A transport whose calls return when the test says so. */
function scripted() {
  const jobs: (PromiseWithResolvers<SendOutcome> & { readonly options: SendOptions })[] = [];
  const searches: PromiseWithResolvers<[]>[] = [];
  const transport: PrinterTransport = {
    kind: 'tcp9100',
    async list() {
      const search = Promise.withResolvers<[]>();
      searches.push(search);
      return search.promise;
    },
    status: async () => Promise.resolve({ kind: 'asked', status: UNKNOWN_STATUS }),
    async send(_, __, options) {
      const job = { ...Promise.withResolvers<SendOutcome>(), options };
      jobs.push(job);
      return job.promise;
    },
  };
  const clock = createVirtualClock();
  return { clock, jobs, searches, limited: answerInTime(clock, transport) };
}

it('passes on what returns within the limit, and leaves no timer', async () => {
  const { clock, jobs, limited } = scripted();
  const job = limited.send(TARGET, SLIP, OPTIONS);
  await clock.advance(40_000);
  jobs[0]?.resolve(DELIVERED);
  expect(await job).toEqual(DELIVERED);
  expect(clock.timers).toBe(0);
  expect(await limited.status(TARGET, OPTIONS)).toMatchObject({ kind: 'asked' });
});

it('is in doubt about a job that does not return, and ends it should it return', async () => {
  const { clock, jobs, limited } = scripted();
  const job = limited.send(TARGET, SLIP, OPTIONS);
  await clock.advance(60_000);
  expect(await job).toMatchObject({
    kind: 'partial',
    accepted: 0,
    maybe: SLIP.length,
    reason: 'NO_ANSWER',
  });
  expect(jobs[0]?.options.signal?.aborted).toBe(true);
});

it('waits longer for a job with a longer limit', async () => {
  const { clock, jobs, limited } = scripted();
  const job = limited.send(TARGET, SLIP, { ...OPTIONS, jobMs: 100_000 });
  await clock.advance(110_000);
  jobs[0]?.resolve(DELIVERED);
  expect(await job).toEqual(DELIVERED);
});

it('refuses calls for that printer only, until its call returns or fails', async () => {
  const { clock, jobs, limited } = scripted();
  const job = limited.send(TARGET, SLIP, OPTIONS);
  await clock.advance(60_000);
  await job;
  expect(await limited.send(TARGET, SLIP, OPTIONS)).toMatchObject({
    kind: 'not_started',
    reason: 'NO_ANSWER',
  });
  expect(await limited.status(TARGET, OPTIONS)).toMatchObject({ kind: 'unreachable', reason: 'NO_ANSWER' });
  expect(await limited.status(OTHER, OPTIONS)).toMatchObject({ kind: 'asked' });
  expect(jobs).toHaveLength(1);
  jobs[0]?.reject(new Error('the service was restarted'));
  await clock.advance(0);
  expect(await limited.status(TARGET, OPTIONS)).toMatchObject({ kind: 'asked' });
});

it('searches once at a time after a search that does not return', async () => {
  const { clock, searches, limited } = scripted();
  const first = limited.list().catch(String);
  await clock.advance(30_000);
  expect(await first).toBe('Error: no answer within 30000 ms');
  await expect(limited.list()).rejects.toThrow('no answer within');
  expect(searches).toHaveLength(1);
  searches[0]?.resolve([]);
  await clock.advance(0);
  const again = limited.list();
  searches[1]?.resolve([]);
  expect(await again).toEqual([]);
});

it('keeps to the signal of the caller', async () => {
  const { jobs, limited } = scripted();
  const ending = new AbortController();
  const job = limited.send(TARGET, SLIP, { ...OPTIONS, signal: ending.signal });
  ending.abort();
  expect(jobs[0]?.options.signal?.aborted).toBe(true);
  jobs[0]?.resolve(DELIVERED);
  await job;
});
