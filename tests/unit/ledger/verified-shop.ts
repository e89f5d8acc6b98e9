import Database from 'better-sqlite3';
import { createSettingsStore } from '../../../main/core/directory/shop/settings.ts';
import { createShifts } from '../../../main/core/shifts/shifts.ts';
import type { Ledger } from '../../../main/core/ledger/ledger.ts';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { verifyLedger, type Verification } from '../../../main/core/ledger/verify/verify-ledger.ts';
import { createWalletCache } from '../../../main/core/directory/shop/wallets.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { createDullRandom } from '../../support/random/dull-random.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';
import { ledgerOn, openFolder, sell, temporaryFolder } from './setup-ledger.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

/** A closed ledger: its identity, a setting, two closed shifts of three sales each, and a person who was added: 31 rows. */
export function shop(): string {
  const { db, path } = openFolder(temporaryFolder());
  const clock = createVirtualClock();
  const ledger = ledgerOn(db, clock);
  const shifts = createShifts(ledger, clock, createDullRandom());
  createSettingsStore(ledger).set({ shopName: 'Padaria' }, byWindow('ana'));
  for (const first of [1, 4]) {
    shifts.begin(byWindow('ana'));
    sell(ledger, 3, first);
    shifts.end(byWindow('ana'));
  }
  hire(ledger, 'b1');
  // The gateway's list, which no event tells.
  createWalletCache(db).replace([
    {
      wallet: 'pix',
      label: 'Pix',
      name: 'Pix',
      minimum: centavos(1),
      pixDictKey: null,
      pixPsp: null,
      isDefault: true,
    },
  ]);
  db.close();
  return path;
}

/** Bia, as the people's own code adds her but for the PIN, which takes its time. */
export function hire(ledger: Ledger, id: string): void {
  ledger.record('operator-added', { id, name: 'Bia', role: 'operator' }, byWindow('ana'), (at) => {
    ledger.db
      .prepare(
        "INSERT INTO operator (id, name, role, pin_hash, created_at_ms) VALUES (?, 'Bia', 'operator', 'x', ?)",
      )
      .run(id, at);
  });
}

export function verify(path: string): Verification {
  const db = openReadOnly(path);
  try {
    return verifyLedger(db);
  } finally {
    db.close();
  }
}

/** Does to the file what somebody with a database tool would: the guards put out of the way, and put back. */
export function tamper(path: string, sql: string): void {
  const db = new Database(path);
  const guards = db
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  for (const guard of guards) db.exec(guard.sql);
  db.close();
}
