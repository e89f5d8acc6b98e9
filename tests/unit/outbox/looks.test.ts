import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DONE, isRead, URGENCY, type JobResult } from '../../../main/core/outbox/job.ts';
import { HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import { held, setUpOutbox } from './setup-runner.ts';

const READS = URGENCY.filter((kind) => isRead({ kind }));
const AGAIN: JobResult = { kind: 'again', delayMs: 3 * SECOND };
const FAILED: JobResult = { ...AGAIN, error: 'no answer' };

describe('jobs that only read', () => {
  it('are looks at an order', () => {
    expect(READS.toSorted()).toEqual(['look-up', 'watch']);
  });

  it.each(READS)('are not leased: %s', async (kind) => {
    const box = setUpOutbox();
    box.handle('a', () => held<JobResult>().promise);
    box.runner.start();
    const job = box.owe(kind, 'a');
    await box.clock.advance(0);
    expect(box.begun).toEqual([`0 ${kind} a`]);
    expect(box.store.get(job.id)).toEqual(job);
  });

  it.each(READS)('are tried again after a crash, as if they had not been tried: %s', async (kind) => {
    const box = setUpOutbox();
    box.handle('a', () => held<JobResult>().promise);
    box.runner.start();
    const job = box.owe(kind, 'a');
    await box.clock.advance(0);
    box.handle('a', () => DONE);
    box.restart().start();
    await box.clock.advance(0);
    expect(box.handed).toEqual([job, job]);
    expect(box.store.living()).toEqual([]);
  });

  it.each(READS)('count each failed try, and none once answered: %s', async (kind) => {
    const box = setUpOutbox();
    const results = [FAILED, FAILED, AGAIN, FAILED, DONE];
    box.handle('a', () => results.shift() ?? DONE);
    box.runner.start();
    const job = box.owe(kind, 'a');
    const rows = [];
    for (let tries = 0; tries < 4; tries++) {
      await box.clock.advance(tries === 0 ? 0 : 3 * SECOND);
      rows.push(box.store.get(job.id));
    }
    expect(rows.map((row) => [row?.tries, row?.lastError, row?.state])).toEqual([
      [1, 'no answer', 'waiting'],
      [2, 'no answer', 'waiting'],
      [0, null, 'waiting'],
      [1, 'no answer', 'waiting'],
    ]);
    await box.clock.advance(MINUTE);
    expect(box.handed.map(({ tries }) => tries)).toEqual([0, 1, 2, 0, 1]);
    expect(box.store.living()).toEqual([]);
  });

  it.each(READS)(
    'of an older version, found leased: are tried as the failed tries that they were: %s',
    async (kind) => {
      const box = setUpOutbox();
      const job = box.owe(kind, 'a');
      box.store.lease(job.id);
      const results = [AGAIN];
      box.handle('a', () => results.shift() ?? DONE);
      box.restart().start();
      await box.clock.advance(0);
      expect(box.handed).toMatchObject([{ tries: 1, state: 'leased' }]);
      expect(box.store.get(job.id)).toMatchObject({ tries: 0, state: 'waiting' });
      await box.clock.advance(MINUTE);
      expect(box.store.living()).toEqual([]);
    },
  );

  it.each(READS)('are tried again when they throw, and their row is untouched: %s', async (kind) => {
    const box = setUpOutbox();
    let poisoned = true;
    box.handle('a', () => {
      if (poisoned) throw new Error('a bug');
      return DONE;
    });
    box.runner.start();
    const job = box.owe(kind, 'a');
    await box.clock.advance(0);
    expect(box.store.get(job.id)).toEqual(job);
    poisoned = false;
    await box.clock.advance(30 * SECOND);
    expect(box.begun).toEqual([`0 ${kind} a`, `30 ${kind} a`]);
  });
});

describe('a look whose row changes meanwhile', () => {
  const results: Record<string, JobResult> = {
    done: DONE,
    dead: { kind: 'dead', reason: 'it cannot be read' },
    'nothing new': AGAIN,
    'a step': { ...AGAIN, step: 1 },
    failed: FAILED,
  };
  const cases = READS.flatMap((kind) =>
    Object.entries(results).map(([name, result]) => ({ kind, name, result })),
  );

  it.each(cases)(
    'put anew: its new life counts, whatever the old one ends in: $kind, $name',
    async ({ kind, result }) => {
      const box = setUpOutbox();
      const answer = held<JobResult>();
      box.handle('a', () => answer.promise);
      box.runner.start();
      box.owe(kind, 'a');
      await box.clock.advance(SECOND);
      const anew = box.owe(kind, 'a', MINUTE);
      answer.end(result);
      box.handle('a', () => DONE);
      await box.clock.advance(0);
      expect(box.store.get(anew.id)).toEqual(anew);
      await box.clock.advance(MINUTE);
      expect(box.handed.at(-1)).toEqual(anew);
      expect(box.begun).toEqual([`0 ${kind} a`, `61 ${kind} a`]);
    },
  );

  it.each(cases)('dropped: it stays dropped, whatever it ends in: $kind, $name', async ({ kind, result }) => {
    const box = setUpOutbox();
    const answer = held<JobResult>();
    box.handle('a', () => answer.promise);
    box.runner.start();
    box.owe(kind, 'a');
    await box.clock.advance(0);
    box.store.drop(kind, 'a', 1);
    answer.end(result);
    await box.clock.advance(HOUR);
    expect(box.begun).toEqual([`0 ${kind} a`]);
    expect(box.store.living()).toEqual([]);
  });
});

describe('an idle look', () => {
  it('leaves its row untouched, and is repeated as its handler says', async () => {
    const box = setUpOutbox();
    box.handle('a', () => AGAIN);
    box.runner.start();
    const job = box.owe('look-up', 'a');
    await box.clock.advance(9 * SECOND);
    expect(box.begun).toEqual(['0', '3', '6', '9'].map((second) => `${second} look-up a`));
    expect(box.store.get(job.id)).toEqual(job);
    expect(box.handed.every((handed) => handed.tries === 0)).toBe(true);
  });

  it('is ended by a look that is done, and by a dead one', async () => {
    for (const [end, living] of [
      [DONE, undefined],
      [{ kind: 'dead', reason: 'it cannot be read' }, 'dead'],
    ] as const) {
      const box = setUpOutbox();
      const results: JobResult[] = [AGAIN, AGAIN, end];
      box.handle('a', () => results.shift() ?? AGAIN);
      box.runner.start();
      const job = box.owe('look-up', 'a');
      await box.clock.advance(HOUR);
      expect(box.begun).toHaveLength(3);
      expect(box.store.get(job.id)?.state).toBe(living);
    }
  });

  it('is repeated at once by the next run', async () => {
    const box = setUpOutbox();
    box.handle('a', () => ({ kind: 'again', delayMs: HOUR }));
    box.runner.start();
    box.owe('look-up', 'a');
    await box.clock.advance(SECOND);
    await box.runner.stop();
    box.restart().start();
    await box.clock.advance(0);
    expect(box.begun).toEqual(['0 look-up a', '1 look-up a']);
  });

  it('is repeated soon after the machine slept through the time of the next', async () => {
    const box = setUpOutbox();
    box.handle('a', () => ({ kind: 'again', delayMs: HOUR }));
    box.runner.start();
    box.owe('look-up', 'a');
    await box.clock.advance(MINUTE);
    expect(box.begun).toHaveLength(1);
    box.clock.sleepMachine(HOUR);
    await box.clock.advance(15 * SECOND);
    expect(box.begun).toHaveLength(2);
  });

  it('of a watch is written: its next may be far away', async () => {
    const box = setUpOutbox();
    box.handle('a', () => ({ kind: 'again', delayMs: HOUR }));
    box.runner.start();
    const job = box.owe('watch', 'a');
    await box.clock.advance(0);
    expect(box.store.get(job.id)).toMatchObject({ nextAt: job.nextAt + HOUR, delayMs: HOUR, tries: 0 });
  });
});

describe('looks of any outcome', () => {
  const outcome = fc.record({
    delayMs: fc.integer({ min: 1, max: 600 }).map((seconds) => seconds * SECOND),
    fails: fc.boolean(),
    steps: fc.boolean(),
  });

  it('come when the last one said, with its tries and its step', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...READS),
        fc.array(outcome, { maxLength: 12 }),
        async (kind, outcomes) => {
          const box = setUpOutbox();
          const rest = [...outcomes];
          box.handle('a', ({ step }) => {
            const next = rest.shift();
            if (next === undefined) return DONE;
            const { delayMs, fails, steps } = next;
            return {
              kind: 'again',
              delayMs,
              ...(fails ? { error: 'no answer' } : {}),
              ...(steps ? { step: step + 1 } : {}),
            };
          });
          box.runner.start();
          box.owe(kind, 'a');
          await box.clock.advance(3 * HOUR);
          let [at, tries, step] = [0, 0, 0];
          const expected = [[at, tries, step]];
          for (const { delayMs, fails, steps } of outcomes) {
            at += delayMs / SECOND;
            tries = fails ? tries + 1 : 0;
            step += steps ? 1 : 0;
            expected.push([at, tries, step]);
          }
          const handed = box.handed.map((job, index) => [
            Number(box.begun[index]?.split(' ')[0]),
            job.tries,
            job.step,
          ]);
          expect(handed).toEqual(expected);
          expect(box.store.living()).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
