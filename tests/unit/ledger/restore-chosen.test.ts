import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createShifts } from '../../../main/core/shifts/shifts.ts';
import { backupNow, newestBackups, stampOf } from '../../../main/core/ledger/backup/backups.ts';
import { restoreChosen } from '../../../main/core/ledger/backup/restore-chosen.ts';
import type { Fault } from '../../../main/core/ledger/verify/fault.ts';
import { verifyLedger } from '../../../main/core/ledger/verify/verify-ledger.ts';
import { MINUTE } from '../../../shared/kernel/time.ts';
import { createDullRandom } from '../../support/random/dull-random.ts';
import { createVirtualClock, NOON_UTC } from '../../support/time/virtual-clock.ts';
import { HARM, overwrite, overwritePageOf } from './damage.ts';
import { idOf, ledgerOn, openFolder, projections, sell, temporaryFolder } from './setup-ledger.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';
import { birthAt } from '../../support/till/birth.ts';

const random = createDullRandom();
const LATER = birthAt(NOON_UTC + MINUTE);
const STAMP = stampOf(LATER.now);

/** A closed ledger: a shift that ended, `backedUp` sales in a backup, `more` after it. */
function shop(backedUp: number, more: number, operator = 'ana') {
  const folder = temporaryFolder();
  const { db, path } = openFolder(folder);
  const clock = createVirtualClock();
  const ledger = ledgerOn(db, clock);
  const shifts = createShifts(ledger, clock, random);
  shifts.begin(byWindow(operator));
  sell(ledger, backedUp);
  shifts.end(byWindow(operator));
  const name = basename(backupNow(db, folder, stampOf(NOON_UTC), 'test'));
  sell(ledger, more, backedUp + 1);
  ledger.record('operator-added', { id: 'bia', name: 'Bia', role: 'manager' }, byWindow(operator), () =>
    db.exec(
      "INSERT INTO operator (id, name, role, pin_hash, created_at_ms) VALUES ('bia', 'Bia', 'manager', 'x', 1)",
    ),
  );
  const events = ledger.log.head().seq;
  const before = projections(db);
  db.close();
  return { folder, path, name, events, before };
}

function verified(path: string): void {
  expect(faultOf(path)).toBeNull();
}

function faultOf(path: string): Fault | null {
  const db = new Database(path);
  const { fault } = verifyLedger(db);
  db.close();
  return fault;
}

describe('a backup that a person chose', () => {
  it('takes the place of a whole ledger with all that came after it, and sets that aside', () => {
    const { folder, path, name, events, before } = shop(3, 40);
    const old = readFileSync(path);
    const restored = restoreChosen(folder, name, LATER);
    const setAside = join(folder, `ledger-replaced-${STAMP}.db`);
    expect(restored).toEqual({ ok: true, value: { setAside, salvaged: 161, lost: 0 } });
    expect(readFileSync(setAside)).toEqual(old);
    verified(path);
    const { db, notices } = openFolder(folder);
    expect(notices).toEqual([]);
    expect(projections(db)).toEqual(before);
    expect(ledgerOn(db).log.head().seq).toBe(events);
    // Who was added after the backup can still sign in.
    expect(db.prepare('SELECT name FROM operator').pluck().all()).toEqual(['Bia']);
  });

  it.each(Object.entries(HARM))('takes the place of a ledger with %s', (_, harm) => {
    const { folder, path, name } = shop(3, 0);
    harm(path);
    const harmed = readFileSync(path);
    const restored = restoreChosen(folder, name, LATER);
    expect(restored.ok && readFileSync(restored.value.setAside)).toEqual(harmed);
    verified(path);
    expect(ledgerOn(openFolder(folder).db).charges.byId(idOf(3))).toMatchObject({ status: 'approved' });
  });

  it('says how many rows after the damage nothing proves any more', () => {
    const { folder, path, name, events } = shop(3, 40);
    overwritePageOf(path, 60);
    const restored = restoreChosen(folder, name, LATER);
    if (!restored.ok) throw new Error(restored.error.code);
    const { salvaged, lost } = restored.value;
    expect(salvaged).toBeGreaterThan(20);
    expect(lost).toBeGreaterThan(80);
    expect(15 + salvaged + lost).toBe(events);
    // No row proves any more who added Bia, so she is no person of the till.
    verified(path);
    expect(openFolder(folder).db.prepare('SELECT name FROM operator').pluck().all()).toEqual([]);
  });

  it('of another till is refused, with the rows that would be lost, and nothing is moved', () => {
    const { folder, path, events } = shop(3, 5);
    const other = shop(2, 0, 'bia');
    const foreign = other.name.replace(/^ledger-\d+/, 'ledger-000000000099');
    renameSync(join(other.folder, 'backups', other.name), join(folder, 'backups', foreign));
    const old = readFileSync(path);
    expect(restoreChosen(folder, foreign, LATER)).toEqual({
      ok: false,
      error: { code: 'would-lose', events, firstSeq: 1, lastSeq: events },
    });
    expect(readFileSync(path)).toEqual(old);
    expect(readdirSync(folder).filter((file) => /replaced|restoring/.test(file))).toEqual([]);
  });

  it('is refused even over a damaged ledger, where it lacks what that still proves', () => {
    const { folder, path } = shop(3, 40);
    const other = shop(2, 0, 'bia');
    renameSync(join(other.folder, 'backups', other.name), join(folder, 'backups', other.name));
    overwritePageOf(path, 60);
    const refused = restoreChosen(folder, other.name, LATER);
    expect(refused).toMatchObject({ ok: false, error: { code: 'would-lose', firstSeq: 1 } });
  });

  it('that is gone, or is not whole, is told', () => {
    const { folder, name } = shop(3, 2);
    for (const odd of ['no.db', '../ledger.db', '']) {
      expect(restoreChosen(folder, odd, LATER)).toEqual({ ok: false, error: { code: 'not-found' } });
    }
    overwrite(newestBackups(folder)[0]!, 0, 100);
    expect(restoreChosen(folder, name, LATER)).toEqual({ ok: false, error: { code: 'backup-unusable' } });
    expect(existsSync(join(folder, 'backups', name))).toBe(true);
  });

  it('killed between the two moves, nothing is lost: the next start finds what was set aside', () => {
    const { folder, path, name, events } = shop(3, 7);
    const restored = restoreChosen(folder, name, LATER);
    expect(restored.ok).toBe(true);
    // As it stands when only the first move was made.
    for (const side of ['', '-wal', '-shm'])
      if (existsSync(path + side)) renameSync(path + side, join(folder, `gone${side}`));
    const file = openFolder(folder, NOON_UTC + 2 * MINUTE);
    expect(file.restored?.salvaged).toBe(29);
    expect(ledgerOn(file.db).log.head().seq).toBe(events);
  });
});
