import { copyFileSync, existsSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createShifts } from '../../../main/core/shifts/shifts.ts';
import { createClosingRepo } from '../../../main/core/ledger/projections/closing-repo.ts';
import { createDullRandom } from '../../support/random/dull-random.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';
import { ledgerOn, openFolder, sell, temporaryFolder } from '../ledger/setup-ledger.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

const random = createDullRandom();
/** A write-ahead log: a header, then frames of a header and a page each (sqlite.org/walformat). */
const LOG_HEADER = 32;
const FRAME = 24 + 4096;

describe('a process that is killed while the shift closes', () => {
  it('leaves it open, or closed with its closing, at whatever write it died', () => {
    const folder = temporaryFolder();
    const { db, path } = openFolder(folder);
    const clock = createVirtualClock();
    const ledger = ledgerOn(db, clock);
    const shifts = createShifts(ledger, clock, random);
    shifts.begin(byWindow('ana'));
    sell(ledger, 3);
    db.pragma('wal_checkpoint(TRUNCATE)');
    copyFileSync(path, join(folder, 'base'));
    shifts.end(byWindow('ana'));
    copyFileSync(`${path}-wal`, join(folder, 'log'));
    const { size } = statSync(join(folder, 'log'));

    const outcomes = new Set<string>();
    for (let cut = LOG_HEADER; cut <= size; cut += Math.floor(FRAME / 2)) {
      const copy = temporaryFolder();
      copyFileSync(join(folder, 'base'), join(copy, 'ledger.db'));
      copyFileSync(join(folder, 'log'), join(copy, 'ledger.db-wal'));
      truncateSync(join(copy, 'ledger.db-wal'), cut);
      expect(existsSync(join(copy, 'ledger.db-shm'))).toBe(false);
      const file = openFolder(copy);
      expect(file.notices).toEqual([]);
      const again = createShifts(ledgerOn(file.db, clock), clock, random);
      const [closing] = createClosingRepo(file.db).before(Number.MAX_SAFE_INTEGER, 1);
      const isOpen = again.open() !== null;
      expect(isOpen).toBe(closing === undefined);
      outcomes.add(isOpen ? 'open' : 'closed');
      if (isOpen) expect(again.end(byWindow('ana')).ok).toBe(true);
      file.db.close();
    }
    expect([...outcomes].sort()).toEqual(['closed', 'open']);
  });
});
