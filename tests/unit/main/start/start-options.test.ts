import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readDeveloperOptions, type DeveloperSources } from '../../../../main/start/developer-options.ts';
import { readStartOptions } from '../../../../main/start/start-options.ts';

const nothing: DeveloperSources = { argv: ['electron', '.'], env: {}, cwd: '/work' };

test('without a word everything is left as it is, in Portuguese', () => {
  expect(readStartOptions(nothing.argv, {})).toEqual({ language: 'pt-BR' });
  expect(readDeveloperOptions(nothing)).toEqual({
    dataDir: null,
    apiPort: null,
    testHooks: false,
  });
});

test('the data folder: the switch wins over the variable, relative names count from the working folder', () => {
  const env = { BALCAO_DATA_DIR: '/var/till' };
  expect(readDeveloperOptions({ ...nothing, env }).dataDir).toBe(resolve('/var/till'));
  expect(readDeveloperOptions({ ...nothing, env, argv: ['--data-dir=here'] }).dataDir).toBe(
    resolve('/work/here'),
  );
  expect(readDeveloperOptions({ ...nothing, env, argv: ['--user-data-dir=/there'] }).dataDir).toBe(
    resolve('/there'),
  );
  expect(readDeveloperOptions({ ...nothing, argv: ['--data-dir='] }).dataDir).toBeNull();
});

test('a developer asks for the test hooks', () => {
  expect(readDeveloperOptions({ ...nothing, env: { BALCAO_TEST: '1' } }).testHooks).toBe(true);
  expect(readDeveloperOptions({ ...nothing, env: { BALCAO_TEST: 'yes' } }).testHooks).toBe(false);
});

test('the port of the API is a port or nothing', () => {
  const portOf = (text: string) => readDeveloperOptions({ ...nothing, argv: [`--api-port=${text}`] }).apiPort;
  expect(['0', '7373', '65535'].map(portOf)).toEqual([0, 7373, 65_535]);
  expect(['', '65536', '-1', '1.5', 'api'].map(portOf)).toEqual([null, null, null, null, null]);
});

test('English is the only other language', () => {
  expect(readStartOptions(['--language=en'], {}).language).toBe('en');
  expect(readStartOptions(['--language=fr'], {}).language).toBe('pt-BR');
  expect(readStartOptions([], { BALCAO_LANGUAGE: 'en' }).language).toBe('en');
});
