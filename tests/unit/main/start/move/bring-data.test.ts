import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { headFileOf } from '../../../../../main/start/head-file.ts';
import type { Machine } from '../../../../../main/start/machine.ts';
import { bringData } from '../../../../../main/start/move/bring-data.ts';
import { oldDataFolders, usualDataFolder } from '../../../../../main/start/usual-folder.ts';
import { temporaryFolder } from '../../../ledger/setup-ledger.ts';
import { chargesIn, CHARGES, oldTill } from './old-till.ts';

let machine: Machine;
let target: string;
let accent: string;
let all: string;
beforeEach(() => {
  machine = { platform: 'linux', home: temporaryFolder(), env: {} };
  target = usualDataFolder(machine);
  [accent = '', all = ''] = oldDataFolders(machine);
});

const bring = () => bringData(target, [accent, all], machine);
const text = (...path: string[]) => readFileSync(join(...path), 'utf8');

test('moves the ledger, the keys, the token and the head outside, for this account alone', () => {
  oldTill(accent);
  const head = headFileOf(accent, machine);
  mkdirSync(join(head, '..'), { recursive: true });
  writeFileSync(head, 'head');
  expect(bring()).toEqual({ ok: true, value: accent });
  expect(chargesIn(join(target, 'production'))).toBe(CHARGES);
  expect(text(target, 'vault.json')).toBe('keys of the old till');
  expect(text(headFileOf(target, machine))).toBe('head');
  // On Windows a mode means nothing.
  if (process.platform !== 'win32') expect(statSync(target).mode & 0o777).toBe(0o700);
  // The address of a till that is gone, which the shop's software would call.
  expect(existsSync(join(accent, 'api.json'))).toBe(false);
});

test('leaves to other programs what is theirs in the folder of all programs', () => {
  oldTill(all);
  expect(bring()).toEqual({ ok: true, value: all });
  expect(chargesIn(join(target, 'production'))).toBe(CHARGES);
  expect(text(all, 'chromium', 'Cookies')).toBe('of the browser');
  expect(text(all, 'logs', 'of-another-program.log')).toBe('a line\n');
  expect(text(target, 'logs', 'balcao.log')).toBe('a line\n');
});

test('does nothing where no till has worked', () => {
  mkdirSync(join(all, 'production'), { recursive: true });
  writeFileSync(join(all, 'production', 'ledger.db'), 'of another program');
  expect(bring()).toEqual({ ok: true, value: null });
  expect(existsSync(target)).toBe(false);
});

test('of two old folders takes the one with sales of production, and leaves practice where it is', () => {
  oldTill(accent, 'training');
  oldTill(all, 'production');
  expect(bring()).toEqual({ ok: true, value: all });
  expect(chargesIn(join(target, 'production'))).toBe(CHARGES);
  expect(existsSync(join(accent, 'training', 'ledger.db'))).toBe(true);
  expect(bring()).toEqual({ ok: true, value: null });
});

test('of two old folders with practice alone takes the newest', () => {
  for (const [folder, day] of [
    [accent, 2],
    [all, 1],
  ] as const) {
    oldTill(folder, 'training');
    for (const file of ['ledger.db', 'ledger.db-wal']) utimesSync(join(folder, 'training', file), day, day);
  }
  expect(bring()).toEqual({ ok: true, value: accent });
});

test.each([
  ['both old folders', () => [accent, all]],
  ['the new folder and an old one', () => [target, all]],
])('names %s if both have sales of production, and changes neither', (_, pick) => {
  const folders = pick();
  for (const folder of folders) oldTill(folder);
  expect(bring()).toEqual({ ok: false, error: { code: 'two-ledgers', folders } });
  for (const folder of folders) {
    expect(text(folder, 'api-token')).toBe('token of the old till');
    expect(existsSync(join(folder, 'production', 'ledger.db'))).toBe(true);
  }
});

test('does not choose between practice in the new folder and sales in an old one', () => {
  oldTill(target, 'training');
  oldTill(accent);
  expect(bring()).toEqual({ ok: false, error: { code: 'two-ledgers', folders: [target, accent] } });
});

test('does not take the folder of a till at work', async () => {
  oldTill(accent);
  const hold = `
    const Database = require('better-sqlite3');
    new Database(process.argv[1]).exec('BEGIN EXCLUSIVE');
    process.stdout.write('held');
    process.stdin.resume();`;
  const holder = spawn(process.execPath, ['-e', hold, join(accent, 'till.lock')]);
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  expect(bring()).toEqual({ ok: false, error: { code: 'old-folder-in-use', folders: [accent] } });
  expect(existsSync(join(accent, 'production', 'ledger.db'))).toBe(true);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(bring()).toEqual({ ok: true, value: accent });
});

test('a ledger that an older version began between two steps of the move is not mixed with the moved one', () => {
  oldTill(accent);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'moving-from.json'), JSON.stringify({ from: accent }));
  oldTill(target);
  expect(bring()).toEqual({ ok: false, error: { code: 'two-ledgers', folders: [target, accent] } });
  expect(existsSync(join(accent, 'production', 'ledger.db'))).toBe(true);
});

test('says which folders and what the system answered if it refuses', () => {
  oldTill(accent);
  writeFileSync(target, 'a file in the place of the folder');
  expect(bring()).toMatchObject({ ok: false, error: { code: 'not-moved', folders: [accent, target] } });
});
