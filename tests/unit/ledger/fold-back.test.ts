import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLogger } from '../../../main/core/boot/core-logger.ts';
import { foldBackWhenQuiet } from '../../../main/core/ledger/projections/fold-back.ts';
import { openReadOnly } from '../../../main/core/ledger/open-database.ts';
import { SECOND } from '../../../shared/kernel/time.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';
import { ledgerOn, openFolder, sell, temporaryFolder } from './setup-ledger.ts';

function setUp() {
  const folder = temporaryFolder();
  const clock = createVirtualClock();
  const { db, path } = openFolder(folder);
  onTestFinished(() => void db.close());
  const ledger = ledgerOn(db, clock);
  const logger = createLogger(() => undefined, clock);
  const folding = foldBackWhenQuiet(db, clock, logger);
  let sold = 0;
  const sellAndTell = (charges: number): void => {
    sell(ledger, charges, sold + 1);
    sold += charges;
    for (let change = 0; change < 5 * charges; change += 1) folding.written();
  };
  /** Charges that the file holds without its log. */
  const inFile = (): number => {
    const copy = join(folder, 'copy.db');
    copyFileSync(path, copy);
    const alone = new Database(copy);
    try {
      return alone.prepare<[], { found: number }>('SELECT count(*) AS found FROM charge').get()?.found ?? 0;
    } finally {
      alone.close();
    }
  };
  db.pragma('wal_checkpoint(TRUNCATE)');
  return { clock, path, folding, sellAndTell, inFile };
}

describe('the write-ahead log', () => {
  it('is folded back when enough was written and nothing happens any more', async () => {
    const { clock, sellAndTell, inFile } = setUp();
    sellAndTell(20);
    expect(inFile()).toBe(0);
    await clock.advance(SECOND);
    expect(inFile()).toBe(20);
  });

  it('waits for a quiet moment, and for enough', async () => {
    const { clock, folding, sellAndTell, inFile } = setUp();
    sellAndTell(20);
    for (let step = 0; step < 20; step += 1) {
      await clock.advance(100);
      folding.written();
    }
    expect(inFile()).toBe(0);
    await clock.advance(SECOND);
    expect(inFile()).toBe(20);
    sellAndTell(1);
    await clock.advance(SECOND);
    expect(inFile()).toBe(20);
  });

  it('keeps what somebody still reads, until next time', async () => {
    const { clock, path, sellAndTell, inFile } = setUp();
    sellAndTell(20);
    const report = openReadOnly(path);
    const read = (): unknown => report.prepare('SELECT count(*) AS found FROM charge').get();
    report.exec('BEGIN');
    expect(read()).toEqual({ found: 20 });
    sellAndTell(20);
    await clock.advance(SECOND);
    expect(read()).toEqual({ found: 20 });
    expect(inFile()).toBeLessThan(40);
    report.close();
    sellAndTell(20);
    await clock.advance(SECOND);
    expect(inFile()).toBe(60);
  });

  it('is left alone once the till stops', async () => {
    const { clock, folding, sellAndTell, inFile } = setUp();
    sellAndTell(20);
    folding.stop();
    await clock.advance(SECOND);
    expect(inFile()).toBe(0);
  });
});
