import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { createLedger } from '../../../main/core/ledger/ledger.ts';
import { createEventLog, type NewEvent } from '../../../main/core/ledger/event-log.ts';
import { migrate } from '../../../main/core/ledger/migrate.ts';
import { openDatabase } from '../../../main/core/ledger/open-database.ts';
import { systemClock, systemRandom } from '../../../main/core/boot/system-ports.ts';
import { interleave, type Pairs } from '../interleave.ts';
import { atLeast, rounded, type BenchOptions, type Measured } from '../part.ts';
import { median } from '../statistics.ts';
import { inWorkFolder } from '../work-folder.ts';
import { chargeLives, EVENTS_PER_LIFE, type Step } from './charge-lives.ts';
import { createReplay, recordWrites, type WriteSet } from './record-writes.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

/** A writer of the transactions `from` (inclusive) to `to`. */
type Writer = (from: number, to: number) => void;
/** Makes the product's writer on a database. */
type Maker = (db: Database) => Writer;

/** Durable appends per second of the real ledger, against the bare driver writing the very same rows. */
export async function ledgerAppends(options: BenchOptions): Promise<Measured> {
  const perRound = (options.quick ? 50 : 250) * EVENTS_PER_LIFE;
  const rounds = options.rounds * 2;
  const steps = chargeLives((perRound * (rounds + 1)) / EVENTS_PER_LIFE, systemClock);
  return inWorkFolder(async (folder) => {
    const log = await compare(join(folder, 'log'), steps.length, perRound, rounds, appender(steps));
    const whole = await compare(join(folder, 'whole'), steps.length, perRound, rounds, applier(steps));
    return {
      what: 'Transactions per second on real files, synchronous=FULL, one event each: a row of the hash-chained log alone, and a charge event with its projections and outbox rows (Ledger.apply), over whole lives of charges.',
      baseline:
        'Bare better-sqlite3 on a file with the same schema, indexes, triggers and pragmas: the INSERT, UPDATE and DELETE statements that the ledger itself issued in a first run, with their recorded values, prepared once, each set in its own immediate transaction. It reads, hashes, encodes and decides nothing.',
      figures: {
        log: atLeast(0.7, median(log.ratios), 'ratio'),
        withProjections: atLeast(0.7, median(whole.ratios), 'ratio'),
      },
      numbers: {
        logPerSecond: Math.round(median(log.subject)),
        logBarePerSecond: Math.round(median(log.baseline)),
        logRatios: log.ratios.map(rounded),
        withProjectionsPerSecond: Math.round(median(whole.subject)),
        withProjectionsBarePerSecond: Math.round(median(whole.baseline)),
        withProjectionsRatios: whole.ratios.map(rounded),
        transactionsPerRound: perRound,
      },
    };
  });
}

function applier(steps: readonly Step[]): Maker {
  return (db) => {
    const ledger = createLedger(db, systemClock, () => 'America/Sao_Paulo', systemRandom);
    return (from, to) => {
      for (const { id, event } of steps.slice(from, to)) {
        const applied = ledger.apply(id, event, byWindow('ana'));
        if (!applied.ok) throw new Error(`${event.type}: ${applied.error}`);
      }
    };
  };
}

function appender(steps: readonly Step[]): Maker {
  const events = steps.map(({ id, event: { type, ...body } }): NewEvent => {
    const at = systemClock.now();
    return { at, businessDay: '2026-01-02', ...byWindow('ana'), subject: id, type, body };
  });
  return (db) => {
    const log = createEventLog(db);
    const append = db.transaction((event: NewEvent) => log.append(event));
    return (from, to) => {
      for (const event of events.slice(from, to)) append.immediate(event);
    };
  };
}

async function compare(
  path: string,
  total: number,
  perRound: number,
  rounds: number,
  make: Maker,
): Promise<Pairs> {
  const recorded = recordWrites(open(`${path}-recorded.db`));
  const record = make(recorded.db);
  recorded.take();
  const sets: WriteSet[] = [];
  recorded.db.pragma('synchronous = OFF'); // nothing is measured here
  for (let place = 0; place < total; place += 1) {
    record(place, place + 1);
    sets.push(recorded.take());
  }
  recorded.db.close();

  const ours = open(`${path}-ours.db`);
  const bare = open(`${path}-bare.db`);
  const write = make(ours);
  const replay = createReplay(bare, sets);
  const perSecond = (writer: Writer) => {
    let next = 0;
    return (): number => {
      const startedAt = performance.now();
      writer(next, next + perRound);
      next += perRound;
      return (perRound / (performance.now() - startedAt)) * 1000;
    };
  };
  const [subject, baseline] = [perSecond(write), perSecond(replay)];
  subject(); // the first round warms both up and is not counted
  baseline();
  const pairs = await interleave(rounds, subject, baseline);
  ours.close();
  bare.close();
  return pairs;
}

function open(file: string): Database {
  const db = openDatabase(file);
  const migrated = migrate(db);
  if (!migrated.ok) throw new Error(migrated.error);
  return db;
}
