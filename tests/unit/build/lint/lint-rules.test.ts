import { beforeAll, describe, expect, it } from 'vitest';
import { checkFixtures, fixturesOf, type Checked } from '../../../../build/lint/check-fixtures.ts';
import type { Finding } from '../../../../build/lint/fixture.ts';
import { runLinter } from '../../../../build/lint/run-linter.ts';
import { exceptions } from '../../../../build/lint/exceptions.ts';
import { rules } from '../../../../build/lint/rule-set.ts';
import { shipped } from '../../../../build/lint/walls/index.ts';
import { prohibitions } from '../../../../build/lint/walls/prohibitions.ts';
import { expectFindings } from './expect-findings.ts';

const fixtures = await fixturesOf('lint');

let checked: readonly Checked[];
let elsewhere: readonly Finding[];

beforeAll(async () => {
  ({ checked, elsewhere } = await checkFixtures('lint', runLinter));
});

describe('a file that breaks a rule on purpose', () => {
  it.each(fixtures.filter(({ breaks }) => breaks !== null))('$file breaks $breaks.rule', ({ file }) => {
    expectFindings(checked.find(({ fixture }) => fixture.file === file));
  });
});

describe('a file that does what it may', () => {
  it.each(fixtures.filter(({ breaks }) => breaks === null))('$file is not complained about', ({ file }) => {
    expectFindings(checked.find(({ fixture }) => fixture.file === file));
  });

  it('has company: nothing outside the fixtures is complained about', () => {
    expect(elsewhere).toEqual([]);
  });
});

describe('no rule goes without a file that breaks it', () => {
  const broken = new Set(fixtures.map(({ breaks }) => breaks?.rule));
  const names = [rules, ...exceptions.map((exception) => exception.rules ?? {})]
    .flatMap((set) => Object.entries(set))
    .flatMap(([name, level]) => ([level].flat()[0] === 'error' ? [name] : []));

  it.each([...new Set(names), 'oxlint/unused-directive'])('%s', (rule) => {
    expect(broken).toContain(rule);
  });

  it.each([...new Set(prohibitions.map(({ message }) => message))])('%s', (message) => {
    const said = checked.flatMap(({ findings }) => findings.map((finding) => finding.message));
    expect(said).toContain(message);
  });

  it.each(shipped.map(({ folder }) => folder).filter((folder) => folder !== 'renderer/styles'))(
    '%s has a file that is held to its walls',
    (folder) => {
      expect(fixtures.filter(({ file }) => file.startsWith(`${folder}/`))).not.toEqual([]);
    },
  );
});
