import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkFixtures, fixturesOf, type Checked } from '../../../build/lint/check-fixtures.ts';
import type { Finding } from '../../../build/lint/fixture.ts';
import { runLinter } from '../../../build/lint/run-linter.ts';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { expectFindings } from './expect-findings.ts';

const fixtures = await fixturesOf('lint');
const config = readFileSync(join(repoRoot, '.oxlintrc.json'), 'utf8');

/** What is not shipped, and styles, which import nothing but styles. */
const MAY_IMPORT_ALL = new Set(['tests', 'build', 'assets', 'styles']);

let checked: readonly Checked[];
let elsewhere: readonly Finding[];

beforeAll(async () => {
  ({ checked, elsewhere } = await checkFixtures('lint', runLinter));
}, 60_000);

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

  it.each(namesIn(/"([a-zA-Z-]+(?:\/[a-z-]+)?)":\s*(?:\[\s*)?"error"/g))('%s', (rule) => {
    expect(broken).toContain(rule === 'reportUnusedDisableDirectives' ? 'oxlint/unused-directive' : rule);
  });

  it.each(namesIn(/"message": "([^{"]+)"/g))('%s', (message) => {
    const said = checked.flatMap(({ findings }) => findings.map((finding) => finding.message));
    expect(said).toContain(message);
  });

  it.each(
    [...config.matchAll(/"type": "(?<type>[\w-]+)", "pattern": "(?<folder>[^"]+)"/g)].flatMap(({ groups }) =>
      groups === undefined || MAY_IMPORT_ALL.has(groups['type'] ?? '') ? [] : [groups],
    ),
  )('the edges of $type', ({ folder = '' }) => {
    const inside = new RegExp(`^${folder.replace('!(core)', '(?!core)[^/]+')}/[^/]+$`);
    const files = fixtures.filter(
      ({ file, breaks }) => breaks?.rule === 'boundaries/dependencies' && inside.test(file),
    );
    expect(files).not.toEqual([]);
  });
});

function namesIn(pattern: RegExp): readonly string[] {
  return [...new Set([...config.matchAll(pattern)].map(([, name = '']) => name))].filter(
    (name) => name !== 'correctness',
  );
}
