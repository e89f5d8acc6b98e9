import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../../main/core/boot/headless/arguments.ts';

describe('the command line of the headless till', () => {
  it('takes what is asked for, with whole paths', () => {
    const args = ['--data-dir', '/a/../b', '--api-port=0', '--credentials', '/c', '--manager-pin-file', '/d'];
    const value = {
      dataDir: resolve('/b'),
      apiPort: 0,
      credentialsFile: resolve('/c'),
      managerPinFile: resolve('/d'),
    };
    expect(readArguments([...args, '--recover-manager'])).toEqual({
      ok: true,
      value: { ...value, recoverManager: true, confirmKeys: false },
    });
    expect(readArguments(args)).toEqual({
      ok: true,
      value: { ...value, recoverManager: false, confirmKeys: false },
    });
  });

  it('is in training unless it gets credentials', () => {
    const training = {
      dataDir: resolve('/b'),
      apiPort: null,
      credentialsFile: null,
      managerPinFile: null,
      recoverManager: false,
      confirmKeys: false,
    };
    for (const args of [
      ['--data-dir', '/b'],
      ['--data-dir', '/b', '--gateway', 'training'],
    ])
      expect(readArguments(args)).toEqual({ ok: true, value: training });
  });

  it.each([
    [[], 'Falta --data-dir'],
    [['--data-dir', ' '], 'Falta --data-dir'],
    [['--data-dir'], '--data-dir'],
    [['--data-dir', '/b', '--colour', 'red'], '--colour'],
    [['--data-dir', '/b', '--recover-manager'], '--manager-pin-file'],
    [['--data-dir', '/b', 'more'], 'more'],
    [['--data-dir', '/b', '--api-port', '65536'], '--api-port 65536'],
    [['--data-dir', '/b', '--api-port', '1.5'], '--api-port 1.5'],
    [['--data-dir', '/b', '--api-port=-1'], '--api-port -1'],
    [['--data-dir', '/b', '--gateway', 'real'], '--credentials ARQUIVO'],
    [['--data-dir', '/b', '--gateway', 'training', '--credentials', '/c'], 'não os dois'],
    [['--data-dir', '/b', '--confirm-keys'], '--manager-pin-file'],
    [['--data-dir', import.meta.filename], 'é um arquivo'],
  ])('refuses %j', (args, words) => {
    const read = readArguments(args);
    expect(read.ok ? '' : read.error).toContain(words);
  });
});
