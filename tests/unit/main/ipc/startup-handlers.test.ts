import { expect, test } from 'vitest';
import { startupHandlers } from '../../../../main/ipc/startup-handlers.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';

test('tells and sets whether the app opens with the computer', async () => {
  let on = false;
  const handlers = startupHandlers({ isOn: () => on, set: (next) => void (on = next) }, keptLogger().logger);
  expect(await handlers['startup/describe']({})).toEqual({ ok: true, value: { withComputer: false } });
  const set = await handlers['startup/set']({ withComputer: true });
  expect(set).toEqual({ ok: true, value: { withComputer: true } });
});

test('says that the choice was not stored', async () => {
  const refuse = (): never => {
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  };
  const log = keptLogger();
  const handlers = startupHandlers({ isOn: () => false, set: refuse }, log.logger);
  const set = await handlers['startup/set']({ withComputer: true });
  expect(set).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
  expect(log.events()).toEqual(['startup-not-set']);
});

test('a run from the sources has no choice', async () => {
  const handlers = startupHandlers(null, keptLogger().logger);
  expect(await handlers['startup/describe']({})).toEqual({ ok: true, value: { withComputer: null } });
});
