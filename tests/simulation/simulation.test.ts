import { describe, expect, it } from 'vitest';
import { runMany } from './run-many.ts';
import { MUTANTS, runMutants } from './run-mutants.ts';
import { runSeed } from './run-seed.ts';

const STEPS = 40;
const LONG = 600_000;

/** Seeds that once broke, each with what it found. They stay, whatever the range above them is. */
const REGRESSIONS: readonly (readonly [seed: number, steps: number, what: string])[] = [
  [26, 60, 'a full disk in the middle of a create sent it twice'],
  [3, 60, 'the search for an orphan looked in the wrong day after the clock had jumped'],
  [10, 60, 'a charge paid with another amount and partly returned was called paid'],
  [34, 60, 'a clock that jumped a day ended the watch for late money'],
  [69, 60, 'a return that never went was booked after its answer got lost'],
  [5_466, 12, 'a manager’s word made the answer about a return stale, and nobody asked again'],
  [11_844, 12, 'a search for an orphan got the number of a dropped job, and was thrown away with it'],
  [107_073, 12, 'another amount that the gateway gave back by itself was booked as the charge’s own'],
  [16_543, 12, 'a disk that was full when the till started left its printer without a queue'],
  [204_610, 12, 'a cancel that was on its way turned a late payment into a return that nobody saw'],
  [67, 12, 'a full disk kept the outcome of a slip from being written, and nobody was asked about it'],
  [1_213, 12, 'a QR slip was tried again after its charge had ended'],
];

describe('whole tills in virtual time', () => {
  it.each(REGRESSIONS)('seed %i, %i steps: %s', async (seed, steps) => {
    expect((await runSeed(seed, steps)).broken).toEqual([]);
  });

  it('2,000 seeds leave no invariant broken', { timeout: LONG }, async () => {
    const { passed, failed } = await runMany({ from: 1, seeds: 2_000, steps: STEPS });
    expect(failed).toEqual([]);
    expect(passed).toBe(2_000);
  });

  it('six stories, and in each a death at every await and every write', { timeout: LONG }, async () => {
    const { passed, failed } = await runMany({ from: 1, seeds: 6, steps: 6, way: 'every-instant' });
    expect(failed).toEqual([]);
    expect(passed).toBe(6);
  });

  it(
    'real files tell the same stories as memory, with torn transactions left behind',
    { timeout: LONG },
    async () => {
      for (let seed = 1; seed <= 50; seed++) {
        const onDisk = await runSeed(seed, 15, { files: true });
        expect(onDisk.broken).toEqual([]);
        expect(onDisk.trace).toEqual((await runSeed(seed, 15)).trace);
      }
    },
  );

  it('gives the same story for the same seed', async () => {
    const [first, second] = [await runSeed(7, STEPS), await runSeed(7, STEPS)];
    expect(first.trace.length).toBeGreaterThan(50);
    expect(second.trace).toEqual(first.trace);
  });

  it('catches every deliberate bug', { timeout: LONG }, async () => {
    const missed: string[] = [];
    for await (const { name, seed } of runMutants(1, 2_000, STEPS)) if (seed === null) missed.push(name);
    expect(MUTANTS.length).toBeGreaterThanOrEqual(30);
    expect(missed).toEqual([]);
  });
});
