import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryDelay } from '../../../main/core/outbox/retry-delay.ts';
import { DONE, type JobResult } from '../../../main/core/outbox/job.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import { held, setUpOutbox } from './setup-runner.ts';

describe('when a job runs', () => {
  it('when it is due, and not before', async () => {
    const box = setUpOutbox();
    box.runner.start();
    box.owe('watch', 'a', 5 * SECOND);
    await box.clock.advance(5 * SECOND - 1);
    expect(box.begun).toEqual([]);
    await box.clock.advance(1);
    expect(box.begun).toEqual(['5 watch a']);
    expect(box.store.living()).toEqual([]);
  });

  it('again, as far away as its handler says, counting the tries that failed', async () => {
    const box = setUpOutbox();
    box.handle('a', ({ tries }): JobResult =>
      tries < 3 ? { kind: 'again', delayMs: 10 * SECOND, error: 'no answer' } : DONE,
    );
    box.runner.start();
    box.owe('cancel', 'a');
    await box.clock.advance(MINUTE);
    expect(box.begun).toEqual(['0 cancel a', '10 cancel a', '20 cancel a', '30 cancel a']);
    expect(box.handed.map(({ tries }) => tries)).toEqual([0, 1, 2, 3]);
  });

  it('an answered look is no failed try, and its step is kept', async () => {
    const box = setUpOutbox();
    box.handle('a', ({ step }) => ({ kind: 'again', delayMs: SECOND, step: step + 1 }));
    box.runner.start();
    box.owe('watch', 'a');
    await box.clock.advance(2 * SECOND);
    expect(box.handed.map(({ tries, step }) => [tries, step])).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
    ]);
  });

  it.each([DAY, -DAY])('however the wall clock is set: %d ms', async (jump) => {
    const box = setUpOutbox();
    box.runner.start();
    box.owe('watch', 'a', MINUTE);
    await box.clock.advance(10 * SECOND);
    box.clock.jump(jump);
    box.owe('watch', 'b', MINUTE);
    await box.clock.advance(4 * SECOND);
    expect(box.begun).toEqual([]);
    await box.clock.advance(MINUTE);
    expect(box.begun.map((line) => line.split(' ')[2])).toEqual(['a', 'b']);
  });

  it('set back while the till was off: no later than it would have waited', async () => {
    const box = setUpOutbox();
    box.owe('watch', 'a', MINUTE);
    box.clock.jump(-DAY);
    box.restart().start();
    await box.clock.advance(MINUTE - 1);
    expect(box.begun).toEqual([]);
    await box.clock.advance(1);
    expect(box.begun).toHaveLength(1);
  });

  it('soon after the machine slept through it', async () => {
    const box = setUpOutbox();
    box.runner.start();
    box.owe('watch', 'slept through', HOUR);
    box.owe('watch', 'not yet', 3 * HOUR);
    await box.clock.advance(MINUTE);
    box.clock.sleepMachine(HOUR);
    await box.clock.advance(15 * SECOND);
    expect(box.begun.map((line) => line.replace(/^\S+ /, ''))).toEqual(['watch slept through']);
    expect(box.logs.map(({ event }) => event)).toContain('machine-slept');
    await box.clock.advance(2 * HOUR);
    expect(box.begun).toHaveLength(2);
  });

  it('at once after a sleep that the system reports', async () => {
    const box = setUpOutbox();
    box.runner.start();
    box.owe('watch', 'slept through', HOUR);
    box.clock.sleepMachine(HOUR);
    box.runner.woke();
    await box.clock.advance(0);
    expect(box.begun.map((line) => line.replace(/^\S+ /, ''))).toEqual(['watch slept through']);
  });

  it('a small step of the wall clock is no sleep', async () => {
    const box = setUpOutbox();
    box.runner.start();
    box.owe('watch', 'a', HOUR);
    for (let minute = 0; minute < 30; minute++) {
      box.clock.jump(3 * SECOND);
      await box.clock.advance(MINUTE);
    }
    expect(box.begun).toEqual([]);
  });

  it('at once, when the connection is back and it is hurried', async () => {
    const box = setUpOutbox();
    box.runner.start();
    box.owe('cancel', 'a', HOUR);
    box.owe('time-limit', 'b', HOUR);
    box.runner.hurry(({ kind }) => kind === 'cancel');
    await box.clock.advance(0);
    expect(box.begun).toEqual(['0 cancel a']);
  });

  it('not after the till was stopped, which waits for what is under way', async () => {
    const box = setUpOutbox();
    const answer = held<JobResult>();
    box.handle('a', () => answer.promise);
    box.runner.start();
    box.owe('cancel', 'a');
    box.owe('cancel', 'b', SECOND);
    await box.clock.advance(0);
    let stopped = false;
    const stop = box.runner.stop().then(() => (stopped = true));
    await box.clock.advance(MINUTE);
    expect([stopped, box.begun]).toEqual([false, ['0 cancel a']]);
    answer.end({ kind: 'again', delayMs: 0 });
    await stop;
    await box.clock.advance(HOUR);
    expect(box.begun).toEqual(['0 cancel a']);
    expect(box.clock.timers).toBe(0);
    expect(box.store.living()).toHaveLength(2);
  });
});

describe('how long a failed try waits', () => {
  it('3, 6, 12, 24 seconds and so on up to the cap, a fifth more or less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.constantFrom(10 * SECOND, undefined, 2 * MINUTE, 10 * MINUTE),
        (tries, chance, cap) => {
          const random = { fraction: () => chance, bytes: () => new Uint8Array() };
          const plain = Math.min(3 * SECOND * 2 ** Math.max(0, tries - 1), cap ?? 30 * SECOND);
          const wait = retryDelay(tries, random, cap);
          expect(Number.isInteger(wait)).toBe(true);
          expect(wait).toBeGreaterThanOrEqual(Math.round(plain * 0.8));
          expect(wait).toBeLessThanOrEqual(Math.round(plain * 1.2));
        },
      ),
    );
  });
});
