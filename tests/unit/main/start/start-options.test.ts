import { expect, test } from 'vitest';
import { readStartOptions, type StartSources } from '../../../../main/start/start-options.ts';

const nothing: StartSources = { argv: ['electron', '.'], env: {}, cwd: '/work', isPackaged: false };

test('without a word everything is left as it is, in Portuguese', () => {
  const said = { dataDir: null, coreNode: null, testHooks: false, language: 'pt-BR' };
  expect(readStartOptions(nothing)).toEqual(said);
});

test('the data folder: the switch wins over the variable, relative names count from the working folder', () => {
  const env = { BALCAO_DATA_DIR: '/var/till' };
  expect(readStartOptions({ ...nothing, env }).dataDir).toBe('/var/till');
  expect(readStartOptions({ ...nothing, env, argv: ['--data-dir=here'] }).dataDir).toBe('/work/here');
  expect(readStartOptions({ ...nothing, argv: ['--data-dir='] }).dataDir).toBeNull();
});

test('an installed till hears neither the Node executable nor the test hooks', () => {
  const env = { BALCAO_CORE_NODE: '/usr/bin/node', BALCAO_TEST: '1' };
  expect(readStartOptions({ ...nothing, env })).toMatchObject({ coreNode: '/usr/bin/node', testHooks: true });
  expect(readStartOptions({ ...nothing, env, isPackaged: true })).toMatchObject({
    coreNode: null,
    testHooks: false,
  });
});

test('a Node executable is an absolute path or nothing', () => {
  expect(readStartOptions({ ...nothing, env: { BALCAO_CORE_NODE: 'node' } }).coreNode).toBeNull();
});

test('English is the only other language', () => {
  expect(readStartOptions({ ...nothing, argv: ['--language=en'] }).language).toBe('en');
  expect(readStartOptions({ ...nothing, argv: ['--language=fr'] }).language).toBe('pt-BR');
});
