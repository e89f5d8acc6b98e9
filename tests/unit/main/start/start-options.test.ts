import { expect, test } from 'vitest';
import { readDeveloperOptions, type DeveloperSources } from '../../../../main/start/developer-options.ts';
import { readStartOptions } from '../../../../main/start/start-options.ts';

const nothing: DeveloperSources = { argv: ['electron', '.'], env: {}, cwd: '/work' };

test('without a word everything is left as it is, in Portuguese', () => {
  expect(readStartOptions(nothing.argv, {})).toEqual({ language: 'pt-BR' });
  expect(readDeveloperOptions(nothing)).toEqual({ dataDir: null, coreNode: null, testHooks: false });
});

test('the data folder: the switch wins over the variable, relative names count from the working folder', () => {
  const env = { BALCAO_DATA_DIR: '/var/till' };
  expect(readDeveloperOptions({ ...nothing, env }).dataDir).toBe('/var/till');
  expect(readDeveloperOptions({ ...nothing, env, argv: ['--data-dir=here'] }).dataDir).toBe('/work/here');
  expect(readDeveloperOptions({ ...nothing, argv: ['--data-dir='] }).dataDir).toBeNull();
});

test('a developer names a Node executable and the test hooks', () => {
  const env = { BALCAO_CORE_NODE: '/usr/bin/node', BALCAO_TEST: '1' };
  expect(readDeveloperOptions({ ...nothing, env })).toMatchObject({
    coreNode: '/usr/bin/node',
    testHooks: true,
  });
});

test('a Node executable is an absolute path or nothing', () => {
  expect(readDeveloperOptions({ ...nothing, env: { BALCAO_CORE_NODE: 'node' } }).coreNode).toBeNull();
});

test('English is the only other language', () => {
  expect(readStartOptions(['--language=en'], {}).language).toBe('en');
  expect(readStartOptions(['--language=fr'], {}).language).toBe('pt-BR');
  expect(readStartOptions([], { BALCAO_LANGUAGE: 'en' }).language).toBe('en');
});
