import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { EOL, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { createLogger } from '../../../../main/logging/create-logger.ts';
import { openLogFile } from '../../../../main/logging/log-file.ts';
import { notRun } from '../../../support/printer-rigs/why-not.ts';
import { holdFile, SHARES, whyNotHeld } from '../../../support/windows/hold-file.ts';
import { expectMode } from '../../../support/windows/not-on-windows.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'balcao-logs-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a record becomes one redacted line of a file for its owner alone', () => {
  const logger = createLogger('main', openLogFile(folder, false), () => Date.UTC(2026, 10, 23)).scoped(
    'vault',
  );
  logger.warn('set-aside', { detail: 'a\nb', key: 'loja@exemplo.com', ms: 3, none: undefined });
  const path = join(folder, 'balcao.log');
  expect(readFileSync(path, 'utf8')).toBe(
    `2026-11-23T00:00:00.000Z warn  main/vault set-aside detail="a\\nb" key=[email] ms=3${EOL}`,
  );
  expectMode(path, 0o600);
});

test('a full file moves aside and only so many are kept', () => {
  const logger = createLogger('main', openLogFile(folder, false));
  const line = 'word '.repeat(100_000);
  for (let count = 0; count < 45; count++) logger.info('filling', { line });
  expect(existsSync(join(folder, 'balcao.1.log'))).toBe(true);
  expect(existsSync(join(folder, 'balcao.5.log'))).toBe(true);
  expect(existsSync(join(folder, 'balcao.6.log'))).toBe(false);
});

test.skipIf(whyNotHeld !== undefined)(
  `a full file that another program holds is written on, and moves aside later${notRun(whyNotHeld)}`,
  () => {
    const logger = createLogger('main', openLogFile(folder, false));
    const line = 'word '.repeat(100_000);
    logger.info('first', {});
    const release = holdFile(join(folder, 'balcao.log'), SHARES['reading and writing, as SQLite']);
    onTestFinished(release);
    for (let count = 0; count < 12; count++) logger.info('filling', { line });
    logger.info('held', {});
    expect(existsSync(join(folder, 'balcao.1.log'))).toBe(false);
    expect(readFileSync(join(folder, 'balcao.log'), 'utf8')).toMatch(/ held$/m);
    release();
    logger.info('free', {});
    expect(existsSync(join(folder, 'balcao.1.log'))).toBe(true);
    expect(readFileSync(join(folder, 'balcao.log'), 'utf8')).toMatch(/ free$/m);
  },
);
