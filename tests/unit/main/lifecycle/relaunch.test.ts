import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRelaunch } from '../../../../main/lifecycle/relaunch.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';
import { createVirtualClock } from '../../../support/time/virtual-clock.ts';

const MINUTE = 60_000;
let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'balcao-restarts-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function setUp(file = join(folder, 'settings', 'restarts.json')) {
  const clock = createVirtualClock();
  const done: string[] = [];
  const log = keptLogger();
  /** One life of the app. Its end begins the next one. */
  const fail = (): void =>
    createRelaunch({
      app: { relaunch: () => void done.push('relaunch') },
      file,
      leave: () => Promise.resolve(void done.push('leave')),
      clock,
      logger: log.logger,
    })();
  return { clock, done, log, fail };
}

test('starts the app again after an end in order', () => {
  const { done, fail } = setUp();
  fail();
  expect(done).toEqual(['relaunch', 'leave']);
});

test('three times in ten minutes at most, over the restarts themselves', async () => {
  const { clock, done, log, fail } = setUp();
  for (let life = 0; life < 5; life++) {
    fail();
    await clock.advance(MINUTE);
  }
  expect(done.filter((each) => each === 'relaunch')).toHaveLength(3);
  expect(log.events().at(-1)).toBe('relaunch-given-up');
  await clock.advance(10 * MINUTE);
  fail();
  expect(done.filter((each) => each === 'relaunch')).toHaveLength(4);
});

test('not if the restart cannot be counted', () => {
  writeFileSync(join(folder, 'settings'), 'a file in the place of the folder');
  const { done, log, fail } = setUp();
  fail();
  expect(done).toEqual([]);
  expect(log.events()).toEqual(['relaunch-not-counted']);
});

test('a damaged count begins anew', () => {
  const file = join(folder, 'restarts.json');
  writeFileSync(file, '{');
  const { done, fail } = setUp(file);
  fail();
  expect(done).toEqual(['relaunch', 'leave']);
});
