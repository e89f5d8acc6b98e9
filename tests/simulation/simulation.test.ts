import { describe, expect, it } from 'vitest';
import { createCoverage } from './coverage/coverage.ts';
import { createProbe } from './coverage/probe.ts';
import { describeCoverage } from './coverage/report.ts';
import { GATEWAY_MUTANTS } from './mutants/gateway-mutants.ts';
import { LONG_MUTANTS } from './mutants/long-mutants.ts';
import { runMany } from './run-many.ts';
import { MUTANTS, runMutants } from './run-mutants.ts';
import { runSeed } from './run-seed.ts';
import { playStory } from './story/play-story.ts';
import { readRegression, REGRESSIONS } from './story/regressions.ts';
import { shrink } from './story/shrink.ts';

const LONG = 600_000;

/** Lengths of stories and how many of each: a few minutes, a morning, a day. */
const LENGTHS = [
  { steps: 40, seeds: 1_000 },
  { steps: 400, seeds: 40 },
  { steps: 2_000, seeds: 6 },
];

describe('whole tills in virtual time', () => {
  it.each(REGRESSIONS)('$file: $cause', async ({ file }) => {
    expect((await playStory(readRegression(file))).broken).toEqual([]);
  });

  it.each(LENGTHS)('$seeds stories of $steps steps break no invariant', { timeout: LONG }, async (length) => {
    const { passed, failed } = await runMany({ from: 1, ...length });
    expect(failed.map(({ seed, broken }) => ({ seed, broken }))).toEqual([]);
    expect(passed).toBe(length.seeds);
  });

  it('guided stories break none either, and meet more', { timeout: LONG }, async () => {
    const range = { from: 1, seeds: 100, steps: 40 };
    const guided = await runMany({ ...range, counting: 'guided' });
    const plain = await runMany({ ...range, counting: 'counted' });
    expect(guided.failed.map(({ seed, broken }) => ({ seed, broken }))).toEqual([]);
    const met = guided.coverage.combinations.counts.size;
    expect(met).toBeGreaterThan(plain.coverage.combinations.counts.size);
    expect(describeCoverage(guided.coverage)[0]).toContain(`${met} met`);
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
        const onDisk = await runSeed(seed, 15, { files: true, traced: true });
        expect(onDisk.broken).toEqual([]);
        expect(onDisk.trace).toEqual((await runSeed(seed, 15, { traced: true })).trace);
      }
    },
  );

  it('gives the same story for the same seed, whether it is counted or played from its data', async () => {
    const first = await runSeed(7, 40, { traced: true });
    expect(first.trace.length).toBeGreaterThan(50);
    expect((await runSeed(7, 40, { traced: true })).trace).toEqual(first.trace);
    expect((await playStory(first.story, { traced: true })).trace).toEqual(first.trace);
    const probe = createProbe(createCoverage());
    expect((await runSeed(7, 40, { traced: true, probe })).trace).toEqual(first.trace);
  });

  it('shortens a story until every step and act is needed', { timeout: LONG }, async () => {
    const [mutation] = GATEWAY_MUTANTS.filter(({ name }) => name === 'trust HTTP 200 on DELETE');
    expect(mutation).toBeDefined();
    let seed = 1;
    const options = mutation === undefined ? {} : { mutation };
    let whole = await runSeed(seed, 40, options);
    while (whole.broken.length === 0) whole = await runSeed(++seed, 40, options);
    const short = await shrink(whole, options);
    expect(short.story.steps.length).toBeLessThan(8);
    for (let at = 0; at < short.story.steps.length; at++) {
      const without = { ...short.story, steps: short.story.steps.filter((_, index) => index !== at) };
      const kinds = (await playStory(without, options)).broken.map((each) => each.split(' ')[0]);
      expect(kinds).not.toContain(short.broken[0]?.split(' ')[0]);
    }
    expect((await playStory(short.story)).broken).toEqual([]);
  });

  it('catches every deliberate bug', { timeout: LONG }, async () => {
    const missed: string[] = [];
    const isLong = (mutant: (typeof MUTANTS)[number]): boolean =>
      LONG_MUTANTS.some((each) => each === mutant);
    const short = MUTANTS.filter((mutant) => !isLong(mutant));
    for await (const { name, caughtBy } of runMutants(1, 2_000, null, short))
      if (caughtBy === null) missed.push(name);
    expect(short.length).toBeGreaterThanOrEqual(30);
    expect(missed).toEqual([]);
  });

  it('catches the bugs that only show after hours', { timeout: LONG }, async () => {
    const missed: string[] = [];
    for await (const { name, caughtBy } of runMutants(1, 200, null, LONG_MUTANTS))
      if (caughtBy === null) missed.push(name);
    expect(LONG_MUTANTS.length).toBeGreaterThanOrEqual(6);
    expect(missed).toEqual([]);
  });
});
