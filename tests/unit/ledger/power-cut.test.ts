import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { findDamage } from '../../../main/core/ledger/upkeep/integrity.ts';
import type { Ledger } from '../../../main/core/ledger/ledger.ts';
import { openLedgerFile } from '../../../main/core/ledger/open-ledger.ts';
import { fold } from '../../../main/core/ledger/projections/fold.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import { createSeededRandom } from '../../../build/run/seeded-random.ts';
import { createVirtualClock, NOON_UTC } from '../../support/time/virtual-clock.ts';
import {
  finalized,
  givenUp,
  lost,
  opened,
  orphanAbsent,
  queued,
  refundDone,
  refundRequested,
  seen,
} from '../domain/charge/samples.ts';
import {
  createdAs,
  happen,
  idOf,
  ledgerOn,
  openFolder,
  projections,
  temporaryFolder,
} from './setup-ledger.ts';
import { birthAt } from '../../support/till/birth.ts';

/** A write-ahead log: a header, then frames of a header and a page each (sqlite.org/walformat). */
const LOG_HEADER = 32;
const FRAME_HEADER = 24;

/** What was promised: with so much of the log on disk, so many events are there. */
interface Commit {
  readonly logBytes: number;
  readonly seq: number;
}

/** A morning of a till, each act a transaction of its own, and the files as they stood under it. */
interface Morning {
  readonly base: Buffer;
  readonly log: Buffer;
  readonly pageSize: number;
  readonly commits: readonly Commit[];
  /** What the projections were after each event, by its number. */
  readonly states: ReadonlyMap<number, string>;
  /** The ledger's file after everything was folded back into it. */
  readonly folded: Buffer;
}

const SALES: readonly (readonly ChargeEvent[])[] = [
  [opened(), seen('approved'), finalized],
  [opened(), seen('approved'), refundRequested(), refundDone()],
  [opened(), givenUp(), seen('cancelled')],
  [lost(), givenUp(), orphanAbsent()],
  [queued(), givenUp()],
  [opened(), givenUp(), seen('approved'), finalized],
];

function morning(): Morning {
  const folder = temporaryFolder();
  const { db, path } = openFolder(folder);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.pragma('wal_autocheckpoint = 0');
  const base = readFileSync(path);
  const ledger = ledgerOn(db, createVirtualClock());
  const first = ledger.log.head().seq;
  const commits: Commit[] = [{ logBytes: 0, seq: first }];
  const states = new Map([[first, stateOf(db)]]);
  const note = (): void => {
    const { seq } = ledger.log.head();
    commits.push({ logBytes: statSync(`${path}-wal`).size, seq });
    states.set(seq, stateOf(db));
  };
  SALES.forEach((events, index) => {
    for (const event of [createdAs(index + 1), ...events]) {
      happen(ledger, index + 1, event);
      note();
    }
  });
  const log = readFileSync(`${path}-wal`);
  const pageSize = Number(db.pragma('page_size', { simple: true }));
  db.close();
  return { base, log, pageSize, commits, states, folded: readFileSync(path) };
}

function stateOf(db: Database): string {
  return JSON.stringify(projections(db));
}

/** The files as a power cut left them, opened as the next start opens them. */
function reopened(folder: string, file: Buffer, log: Buffer, check: (ledger: Ledger) => void): void {
  const path = join(folder, 'ledger.db');
  for (const part of ['', '-wal', '-shm']) rmSync(path + part, { force: true });
  writeFileSync(path, file);
  writeFileSync(`${path}-wal`, log);
  const opening = openLedgerFile(folder, birthAt(NOON_UTC));
  if (!opening.ok) throw new Error(`not opened: ${opening.error}`);
  expect(opening.value.notices, 'nothing to tell the cashier').toEqual([]);
  check(ledgerOn(opening.value.db));
  opening.value.db.close();
}

function isWhole({ db, log, charges }: Ledger): void {
  expect(findDamage(db)).toBeNull();
  for (let place = 1; place <= SALES.length; place++) {
    const events = log.of(idOf(place));
    expect(charges.byId(idOf(place))).toEqual(fold(events));
  }
}

describe('a power cut', () => {
  it('at every write to the log, and in the middle of each, leaves all that was promised and nothing by halves', () => {
    const { base, log, pageSize, commits, states } = morning();
    const folder = temporaryFolder();
    const frame = FRAME_HEADER + pageSize;
    let cuts = 0;
    for (let at = 0; at <= log.length; at = at === 0 ? LOG_HEADER : at + frame) {
      for (const torn of [0, 7, FRAME_HEADER, FRAME_HEADER + pageSize / 2]) {
        const length = Math.min(at + torn, log.length);
        const promised = commits.filter(({ logBytes }) => logBytes <= length).at(-1)!.seq;
        reopened(folder, base, log.subarray(0, length), (ledger) => {
          expect(ledger.log.head().seq, `cut at ${length}`).toBe(promised);
          expect(stateOf(ledger.db), `cut at ${length}`).toBe(states.get(promised));
          isWhole(ledger);
        });
        cuts += 1;
      }
    }
    expect(cuts).toBeGreaterThan(4 * commits.length);
  });

  it('in a write that put garbage on the disk leaves what was before it', () => {
    const { base, log, pageSize, commits, states } = morning();
    const folder = temporaryFolder();
    const random = createSeededRandom(20_260_302);
    for (const { logBytes, seq } of commits.slice(1)) {
      const garbage = Buffer.from(random.bytes(FRAME_HEADER + pageSize));
      const torn = Buffer.concat([log.subarray(0, logBytes), garbage]);
      reopened(folder, base, torn, (ledger) => expect(stateOf(ledger.db)).toBe(states.get(seq)));
    }
  });

  it('while the log is folded back, whichever pages were written, loses nothing', () => {
    const { base, log, pageSize, folded, commits, states } = morning();
    const folder = temporaryFolder();
    const random = createSeededRandom(7);
    const last = commits.at(-1)!.seq;
    for (let round = 0; round < 40; round++) {
      const mixed = Buffer.alloc(folded.length);
      for (let at = 0; at < folded.length; at += pageSize) {
        const from = random.chance(0.5) || at >= base.length ? folded : base;
        from.copy(mixed, at, at, at + pageSize);
      }
      reopened(folder, mixed, log, (ledger) => {
        expect(stateOf(ledger.db)).toBe(states.get(last));
        isWhole(ledger);
      });
    }
  });

  it('keeps each act from the moment it was answered, across the folding back of the log', () => {
    const folder = temporaryFolder();
    const { db, path } = openFolder(folder);
    // The log is folded back every few acts here, as it is in the product after a thousand pages.
    db.pragma('wal_autocheckpoint = 12');
    const ledger = ledgerOn(db, createVirtualClock());
    const copies = temporaryFolder();
    for (let place = 1; place <= 20; place++) {
      happen(ledger, place, createdAs(place), opened());
      for (const event of [seen('approved'), finalized]) {
        happen(ledger, place, event);
        const { seq } = ledger.log.head();
        copyFileSync(path, join(copies, 'file'));
        copyFileSync(`${path}-wal`, join(copies, 'log'));
        const [file, log] = [readFileSync(join(copies, 'file')), readFileSync(join(copies, 'log'))];
        const now = stateOf(db);
        reopened(join(copies), file, log, (copy) => {
          expect(copy.log.head().seq).toBe(seq);
          expect(stateOf(copy.db)).toBe(now);
        });
      }
    }
  });
});
