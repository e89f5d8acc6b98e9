import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createSettingsStore } from '../../../main/core/directory/shop/settings.ts';
import { backupNow, newestBackups, stampOf } from '../../../main/core/ledger/backup/backups.ts';
import { restoreChosen } from '../../../main/core/ledger/backup/restore-chosen.ts';
import { readIdentity, type Birth } from '../../../main/core/ledger/identity.ts';
import { migrate, schemaVersion } from '../../../main/core/ledger/migrate.ts';
import { MIGRATIONS } from '../../../main/core/ledger/migrations/index.ts';
import { openLedgerFile } from '../../../main/core/ledger/open-ledger.ts';
import type { TillMode } from '../../../shared/domain/till/identity.ts';
import { isUlid } from '../../../shared/kernel/ulid.ts';
import type { EpochMs } from '../../../shared/kernel/time.ts';
import { birthAt } from '../../support/till/birth.ts';
import { NOON_UTC } from '../../support/time/virtual-clock.ts';
import { overwrite } from './damage.ts';
import { ledgerOn, openFolder, sell, temporaryFolder } from './setup-ledger.ts';
import { verify } from './verified-shop.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

const of = (mode: TillMode): Birth => ({ ...birthAt(NOON_UTC), mode });

/** A closed ledger of a mode with `sales` sales. */
function shop(mode: TillMode, sales: number): { folder: string; path: string } {
  const folder = temporaryFolder();
  const file = openLedgerFile(folder, of(mode));
  if (!file.ok) throw new Error(file.error);
  sell(ledgerOn(file.value.db), sales);
  file.value.db.close();
  return { folder, path: file.value.path };
}

/** A ledger as the version before identities left it, with `sales` sales. */
function oldFolder(sales: number): { folder: string; path: string } {
  const folder = temporaryFolder();
  const path = join(folder, 'ledger.db');
  const db = new Database(path);
  migrate(
    db,
    MIGRATIONS.filter(({ version }) => version < 140),
  );
  db.exec(`INSERT INTO setting (key, value) VALUES ('zone', '"America/Manaus"')`);
  sell(ledgerOn(db), sales);
  db.close();
  return { folder, path };
}

describe('a new ledger', () => {
  it('says in its first row of which till it is', () => {
    const { db, identity, path } = openFolder(temporaryFolder());
    expect([identity.tillId, identity.storeId].map(isUlid)).toEqual([true, true]);
    expect(identity.tillId).not.toBe(identity.storeId);
    expect(ledgerOn(db).log.since(0, 2)).toMatchObject([
      { seq: 1, type: 'ledger-identified', actor: 'balcao', subject: null, body: identity },
    ]);
    db.close();
    expect(verify(path).fault).toBeNull();
  });

  it('keeps its identity, whatever the till is called', () => {
    const folder = temporaryFolder();
    const first = openFolder(folder);
    createSettingsStore(ledgerOn(first.db)).set(
      { tillName: 'Caixa 9', shopName: 'Loja Norte' },
      byWindow('marta'),
    );
    first.db.close();
    const second = openFolder(folder);
    expect(second.identity).toEqual(first.identity);
    expect(ledgerOn(second.db).log.head().seq).toBe(2);
  });
});

describe('a ledger of the version before identities', () => {
  it('gets its identity by one more row, on the store’s day, and keeps every other row', () => {
    const { folder, path } = oldFolder(3);
    const rows = readRows(path);
    // 22:00 of the day before at the store.
    const { db, identity } = openFolder(folder, Date.UTC(2026, 2, 3, 2));
    const { log } = ledgerOn(db);
    expect(readRows(path).slice(0, -1)).toEqual(rows);
    expect(log.since(rows.length, 2)).toMatchObject([
      { type: 'ledger-identified', body: identity, businessDay: '2026-03-02' },
    ]);
    expect(log.firstBroken()).toBeNull();
    db.close();
    expect(newestBackups(folder)).toHaveLength(1);
  });

  it('gets the same ids each time, also after a restore of its backup', () => {
    const { folder, path } = oldFolder(3);
    const copy = temporaryFolder();
    copyFileSync(path, join(copy, 'ledger.db'));
    const { db, identity } = openFolder(folder);
    db.close();
    expect(openFolder(copy, NOON_UTC + 999).identity).toEqual(identity);
    expect(openFolder(oldFolder(2).folder).identity.tillId).toBe(identity.tillId);
  });

  it('is left as it was when the row cannot be written', () => {
    const { folder, path } = oldFolder(1);
    // No row takes an instant between two milliseconds.
    const now = (NOON_UTC + 0.5) as EpochMs;
    expect(() => openLedgerFile(folder, { ...birthAt(NOON_UTC), now })).toThrow('cannot store REAL value');
    const db = new Database(path);
    expect([
      schemaVersion(db),
      ledgerOn(db)
        .log.since(0, 99)
        .some(({ type }) => type === 'ledger-identified'),
    ]).toEqual([130, false]);
    db.close();
  });
});

describe('an identity', () => {
  it('whose settings were lost is made again from its row', () => {
    const { folder, path } = shop('production', 1);
    const db = new Database(path);
    const identity = readIdentity(db);
    db.exec("DELETE FROM setting WHERE key IN ('tillId', 'mode')");
    db.close();
    const again = openFolder(folder);
    expect(again.identity).toEqual(identity);
    again.db.close();
    expect(verify(path).fault).toBeNull();
  });

  it('that stands twice, or nowhere, is a fault of the ledger', () => {
    const { path } = shop('production', 1);
    const db = new Database(path);
    ledgerOn(db).record('ledger-identified', readIdentity(db)!, byWindow('balcao'));
    db.close();
    expect(verify(path).fault).toMatchObject({ code: 'identity', seq: 6 });
    const old = oldFolder(1);
    const migrated = new Database(old.path);
    migrated.exec('DELETE FROM setting');
    migrate(migrated);
    migrated.close();
    expect(verify(old.path).fault).toMatchObject({ code: 'identity', seq: null });
  });
});

describe.each([
  ['training', 'production'],
  ['production', 'training'],
] as const)('a ledger of %s in the place of one of %s', (mode, other) => {
  it('is not opened, and not changed', () => {
    const { folder, path } = shop(mode, 2);
    const before = readFileSync(path);
    expect(openLedgerFile(folder, of(other))).toEqual({ ok: false, error: 'other-mode' });
    expect(readFileSync(path)).toEqual(before);
    expect(newestBackups(folder)).toEqual([]);
  });

  it('is not opened either if only its row tells the mode', () => {
    const { folder, path } = shop(mode, 1);
    const db = new Database(path);
    db.exec("DELETE FROM setting WHERE key = 'mode'");
    db.close();
    expect(openLedgerFile(folder, of(other))).toEqual({ ok: false, error: 'other-mode' });
  });

  it('gives no row to a ledger that is begun anew beside it', () => {
    const { folder, path } = withForeignBackup();
    for (const own of newestBackups(folder).filter((each) => each.endsWith('-own.db'))) rmSync(own);
    overwrite(path, 0, 4096);
    const file = openLedgerFile(folder, of(other));
    expect(file.ok && [file.value.identity.mode, file.value.notices]).toEqual([
      other,
      [{ code: 'ledger-started-anew', detail: '' }],
    ]);
    if (!file.ok) return;
    expect(ledgerOn(file.value.db).charges.newest()).toBeNull();
    file.value.db.close();
  });

  it('is not restored from a backup that a person chose', () => {
    const { folder, name } = withForeignBackup();
    const before = readFileSync(join(folder, 'ledger.db'));
    expect(restoreChosen(folder, name, of(other))).toEqual({ ok: false, error: { code: 'other-mode' } });
    expect(readFileSync(join(folder, 'ledger.db'))).toEqual(before);
  });

  it('is not restored by itself from a damaged ledger’s newest backup: the next one is taken', () => {
    const { folder, path, name, own } = withForeignBackup();
    overwrite(path, 0, 100);
    const file = openLedgerFile(folder, of(other));
    expect(file.ok && [file.value.identity.mode, basename(file.value.restored?.backup ?? '')]).toEqual([
      other,
      own,
    ]);
    expect(newestBackups(folder).map((each) => basename(each))).not.toContain(name);
    if (file.ok) file.value.db.close();
  });

  /** A ledger of the other mode with a backup of its own, and a newer one of this mode. */
  function withForeignBackup(): { folder: string; path: string; name: string; own: string } {
    const { folder, path } = shop(other, 2);
    const db = new Database(path);
    const own = basename(backupNow(db, folder, stampOf(NOON_UTC), 'own'));
    db.close();
    const foreign = shop(mode, 9);
    const from = new Database(foreign.path);
    const backup = backupNow(from, foreign.folder, stampOf(NOON_UTC + 1), 'foreign');
    from.close();
    mkdirSync(join(folder, 'backups'), { recursive: true });
    copyFileSync(backup, join(folder, 'backups', basename(backup)));
    return { folder, path, name: basename(backup), own };
  }
});

function readRows(path: string): unknown[] {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare('SELECT * FROM ledger_event ORDER BY seq').all();
  } finally {
    db.close();
  }
}
