import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase, openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { storageErrorCode } from '../../../main/core/ledger/storage-error.ts';
import { memoryLedger, openFolder, sell, temporaryFolder } from './setup-ledger.ts';
import { isWindows, notOnWindows } from '../../support/windows/not-on-windows.ts';

function thrown(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('what the driver throws, as a code', () => {
  it('a full disk', () => {
    const ledger = memoryLedger();
    const pages = ledger.db.pragma('page_count', { simple: true }) as number;
    ledger.db.pragma(`max_page_count = ${pages + 1}`);
    expect(storageErrorCode(thrown(() => sell(ledger, 500)))).toBe('disk-full');
  });

  it('a database that cannot be written', () => {
    const { path } = openFolder(temporaryFolder());
    const reader = openReadOnly(path);
    onTestFinished(() => void reader.close());
    expect(storageErrorCode(thrown(() => reader.exec('DELETE FROM charge')))).toBe('read-only');
  });

  it('a place where no file can be', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'ledger.db'));
    expect(storageErrorCode(thrown(() => openDatabase(join(folder, 'ledger.db'))))).toBe('read-only');
  });

  it.skipIf(isWindows)(`a process that can open no more files${notOnWindows('shell')}`, () => {
    const program = fileURLToPath(new URL('../../support/core/fill-file-table.ts', import.meta.url));
    const folder = temporaryFolder();
    const told = execFileSync('sh', [
      '-c',
      'ulimit -n 200; exec "$@"',
      'sh',
      process.execPath,
      program,
      folder,
    ]);
    expect(String(told)).toBe('too-many-files too-many-files');
  });

  it('a file that is no database', () => {
    const file = join(temporaryFolder(), 'ledger.db');
    writeFileSync(file, 'no database'.repeat(1000));
    expect(storageErrorCode(thrown(() => void openDatabase(file)))).toBe('damaged');
  });

  it('a database that somebody else is writing', () => {
    const { path, db } = openFolder(temporaryFolder());
    db.exec('BEGIN IMMEDIATE');
    const other = new Database(path, { timeout: 0 });
    onTestFinished(() => void other.close());
    expect(storageErrorCode(thrown(() => other.exec('BEGIN IMMEDIATE')))).toBe('busy');
    db.exec('COMMIT');
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['EBUSY', 'held-by-another-program'],
    ['EMFILE', 'too-many-files'],
    ['ENFILE', 'too-many-files'],
    ['EIO', 'io-error'],
    ['SQLITE_IOERR_FSYNC', 'io-error'],
    ['SQLITE_CORRUPT_INDEX', 'damaged'],
  ])('%s: %s', (code, expected) => {
    expect(storageErrorCode(Object.assign(new Error(code), { code }))).toBe(expected);
  });

  it('a bug is none of them', () => {
    expect(storageErrorCode(new Error('disk full'))).toBeNull();
    expect(storageErrorCode('SQLITE_FULL')).toBeNull();
    expect(
      storageErrorCode(thrown(() => memoryLedger().db.exec('INSERT INTO nothing VALUES (1)'))),
    ).toBeNull();
  });
});
