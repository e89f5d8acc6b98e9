import { beforeAll, describe, expect, it } from 'vitest';
import { checkFixtures, fixturesOf, type Checked } from '../../../../build/lint/check-fixtures.ts';
import type { Finding } from '../../../../build/lint/fixture.ts';
import { runCompiler } from '../../../../build/lint/run-compiler.ts';
import { expectFindings } from './expect-findings.ts';

describe.each([
  // A file that reaches into another project draws that project's types into its own, so these are kept apart.
  { set: 'types', title: 'what a file may name within its project' },
  { set: 'reach', title: 'what a project may reach of the others' },
] as const)('$title', async ({ set }) => {
  const fixtures = await fixturesOf(set);
  let checked: readonly Checked[];
  let elsewhere: readonly Finding[];

  beforeAll(async () => {
    ({ checked, elsewhere } = await checkFixtures(set, runCompiler));
  });

  it.each(fixtures)('$file', ({ file }) => {
    expectFindings(checked.find(({ fixture }) => fixture.file === file));
  });

  it('finds nothing elsewhere', () => {
    expect(elsewhere).toEqual([]);
  });
});
