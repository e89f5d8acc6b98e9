import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { followPage } from '../../../../main/logging/page-log.ts';
import { keepPageAlive } from '../../../../main/windows/keep-page-alive.ts';
import { createVirtualClock } from '../../../support/time/virtual-clock.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';

test('a page whose process died is loaded again, up to three times in a minute', async () => {
  const clock = createVirtualClock();
  const log = keptLogger();
  let reloads = 0;
  const contents = Object.assign(new EventEmitter(), { reload: () => reloads++, isDestroyed: () => false });
  let givenUp = 0;
  keepPageAlive(contents as never, 'cashier', log.logger, clock, () => (givenUp += 1));
  const die = async (reason: string): Promise<void> => {
    contents.emit('render-process-gone', {}, { reason, exitCode: 9 });
    await clock.advance(10_000);
  };
  await die('killed');
  await die('crashed');
  expect([reloads, givenUp]).toEqual([2, 0]);
  await die('oom');
  expect([reloads, givenUp]).toEqual([2, 1]);
  expect(log.events().at(-1)).toBe('page-given-up');
  await clock.advance(60_000);
  await die('crashed');
  expect(reloads).toBe(3);
  await die('clean-exit');
  expect(reloads).toBe(3);
});

test('what a page complains about is written down, in the words of either Electron', () => {
  const log = keptLogger();
  const contents = new EventEmitter();
  followPage(contents as never, 'customer', log.logger);
  contents.emit('console-message', {}, 3, 'Uncaught Error: 33', 7, 'app://balcao/x.js');
  contents.emit('console-message', {}, 1, 'chatter', 1, '');
  // Of the sandbox in the policy, at each load.
  const expected =
    'An iframe which has both allow-scripts and allow-same-origin for its sandbox attribute can …';
  contents.emit('console-message', {}, 2, expected, 1, '');
  contents.emit('console-message', { level: 'error', message: 'Uncaught Error: 45', lineNumber: 8 });
  contents.emit('console-message', { level: 'info', message: 'chatter', lineNumber: 1 });
  contents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND');
  expect(log.records.map(({ event, fields }) => [event, fields['text'], fields['line']])).toEqual([
    ['page-said', 'Uncaught Error: 33', 7],
    ['page-said', 'Uncaught Error: 45', 8],
    ['page-not-loaded', 'ERR_FILE_NOT_FOUND', undefined],
  ]);
});
