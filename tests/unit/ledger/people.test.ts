import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backupNow, newestBackups, stampOf } from '../../../main/core/ledger/backup/backups.ts';
import { restore } from '../../../main/core/ledger/backup/restore.ts';
import { NO_PIN, pinDigest } from '../../../main/core/ledger/projections/people-event.ts';
import { createOperators } from '../../../main/core/directory/people/operators.ts';
import type { Ledger } from '../../../main/core/ledger/ledger.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';
import { createDullRandom } from '../../support/random/dull-random.ts';
import { createVirtualClock, NOON_UTC } from '../../support/time/virtual-clock.ts';
import { birthAt } from '../../support/till/birth.ts';
import { overwrite } from './damage.ts';
import { ledgerOn, openFolder, sell, temporaryFolder } from './setup-ledger.ts';
import { hire, verify } from './verified-shop.ts';

/** Marta as the people's own code adds her, but for the slow hash. */
function addMarta(ledger: Ledger, hash = 'hash of 1'): void {
  const person = { id: 'm1', name: 'Marta', role: 'manager' } as const;
  ledger.record('operator-added', { ...person, pinDigest: pinDigest(hash) }, byWindow('first-run'), (at) => {
    ledger.db
      .prepare('INSERT INTO operator (id, name, role, pin_hash, created_at_ms) VALUES (?, ?, ?, ?, ?)')
      .run(person.id, person.name, person.role, hash, at);
  });
}

function changePin(ledger: Ledger, hash: string): void {
  const body = { id: 'm1', name: 'Marta', pinDigest: pinDigest(hash) };
  ledger.record('person-pin-changed', body, byWindow('m1'), () =>
    ledger.db.prepare("UPDATE operator SET pin_hash = ? WHERE id = 'm1'").run(hash),
  );
}

const open = (folder: string) => {
  const { db, path } = openFolder(folder);
  const ledger = ledgerOn(db, createVirtualClock());
  return { db, path, ledger };
};

const rows = (path: string): unknown[] => {
  const db = new Database(path);
  const all = db.prepare('SELECT name, role, active, pin_hash, failures FROM operator ORDER BY id').all();
  db.close();
  return all;
};

describe('a check of the ledger', () => {
  const harms = [
    ['a hash that was put in the place of another', "UPDATE operator SET pin_hash = 'mine'", 'pin'],
    ['a person who left and is at work again', 'UPDATE operator SET active = 1', '1'],
    ['a name that no event gave', "UPDATE operator SET name = 'Eve'", 'Marta'],
  ] as const;

  it.each(harms)('finds %s', (_, harm, detail) => {
    const { db, path, ledger } = open(temporaryFolder());
    addMarta(ledger);
    ledger.record('person-deactivated', { id: 'm1', name: 'Marta' }, byWindow('m1'), () =>
      db.exec('UPDATE operator SET active = 0'),
    );
    expect(verify(path).fault).toBeNull();
    db.exec(harm);
    expect(verify(path).fault).toMatchObject({ code: 'operator', subject: 'Marta' });
    expect(verify(path).fault?.detail).toContain(detail);
    db.close();
  });

  it('knows the people of older versions after their digest was noted, once', () => {
    const { db, path, ledger } = open(temporaryFolder());
    hire(ledger, 'b1');
    db.exec("UPDATE operator SET pin_hash = 'put before the upgrade'");
    expect(verify(path).fault, 'no event tells').toBeNull();
    for (let start = 0; start < 2; start++) createOperators(ledger, createVirtualClock(), createDullRandom());
    expect(ledger.log.since(0, 10).filter(({ type }) => type === 'pin-digest-noted')).toHaveLength(1);
    expect(verify(path).fault).toBeNull();
    db.exec("UPDATE operator SET pin_hash = 'put after it'");
    expect(verify(path).fault).toMatchObject({ code: 'operator', subject: 'Bia', detail: 'pin' });
    db.close();
  });
});

describe('a restore', () => {
  /** Marta with two PINs: the backup has the first, the file the second. */
  function shop() {
    const folder = temporaryFolder();
    const { db, path, ledger } = open(folder);
    addMarta(ledger);
    sell(ledger, 3);
    backupNow(db, folder, stampOf(NOON_UTC), 'early');
    changePin(ledger, 'hash of 2');
    db.exec('UPDATE operator SET failures = 4');
    ledger.record('person-renamed', { id: 'm1', from: 'Marta', name: 'Marta Reis' }, byWindow('m1'), () =>
      db.exec("UPDATE operator SET name = 'Marta Reis'"),
    );
    return { folder, db, path, ledger };
  }
  const again = ({ folder, path }: { folder: string; path: string }) =>
    restore(path, newestBackups(folder), birthAt(NOON_UTC + 60_000));

  it('makes the people as the events tell them, with the hash that the digest proves', () => {
    const till = shop();
    backupNow(till.db, till.folder, stampOf(NOON_UTC), 'late');
    till.db.close();
    overwrite(till.path, 0, 4096);
    expect(again(till).ok).toBe(true);
    expect(rows(till.path)).toEqual([
      { name: 'Marta Reis', role: 'manager', active: 1, pin_hash: 'hash of 2', failures: 4 },
    ]);
    expect(verify(till.path).fault).toBeNull();
  });

  it('takes no person of a table whom no event tells, and no hash without its digest', () => {
    const till = shop();
    const foreign =
      "INSERT INTO operator (id, name, role, pin_hash, created_at_ms) VALUES ('e', 'Eve', 'manager', 'x', 1)";
    till.db.exec(foreign);
    till.db.exec("UPDATE operator SET pin_hash = 'of the thief' WHERE id = 'm1'");
    backupNow(till.db, till.folder, stampOf(NOON_UTC), 'late');
    till.db.close();
    overwrite(till.path, 0, 4096);
    expect(again(till).ok).toBe(true);
    // Her first hash is proven no more, and the present one is in no file: a manager sets a new PIN.
    expect(rows(till.path)).toEqual([
      { name: 'Marta Reis', role: 'manager', active: 1, pin_hash: NO_PIN, failures: 4 },
    ]);
    expect(verify(till.path).fault).toBeNull();
  });
});
