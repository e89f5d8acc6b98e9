import type { Database } from 'better-sqlite3';
import { epochMs, HOUR, DAY } from '../../../shared/kernel/time.ts';
import { ulid } from '../../../shared/kernel/ulid.ts';
import { migrate } from '../../../main/core/ledger/migrate.ts';
import { reports } from '../../../main/core/ledger/migrations/0050-reports.ts';
import { MIGRATIONS } from '../../../main/core/ledger/migrations/index.ts';
import { openDatabase } from '../../../main/core/ledger/open-database.ts';
import { CHARGE_COLUMNS } from '../../../main/core/ledger/projections/charge-row.ts';
import { createSeededRandom, type SeededRandom } from '../../../build/run/seeded-random.ts';
import { pickWeighted } from '../../../build/run/seed/weighted.ts';

/** Charges of one business day. */
const A_DAY = 400;
/** Noon UTC of the newest day, 2026-11-20. */
const LAST_NOON = Date.UTC(2026, 10, 20, 12);

const STATUSES = [
  ['approved', 890],
  ['cancelled', 55],
  ['expired', 30],
  ['refunded', 12],
  ['partially_refunded', 10],
  ['failed', 3],
] as const;
const WALLETS = [
  ['pix', 860],
  ['mercadopago', 80],
  ['picpay', 57],
  ['ame', 3],
] as const;
const OPERATORS = [
  ['ana', 60],
  ['bia', 35],
  ['caio', 5],
] as const;

/**
 * Writes `count` ended charges of the years up to 2026-11-20 straight into the projections of a new ledger file: what
 * the reports read, without the events that nobody reads here. It begins as a ledger from before the reports had any
 * index or sums: made at once by their migration, those of millions take minutes instead of an hour.
 */
export function writeShop(file: string, count: number): void {
  const db = openDatabase(file);
  migrateWith(db, (version) => version < reports.version);
  db.pragma('synchronous = OFF'); // nothing is measured here
  db.pragma('cache_size = -400000');
  const days = Math.ceil(count / A_DAY);
  const random = createSeededRandom(`shop of ${count}`);
  const write = createWriter(db, random);
  for (let first = 0; first < days; first += 50) {
    db.transaction(() => {
      for (let day = first; day < Math.min(days, first + 50); day++) {
        const noon = LAST_NOON - (days - 1 - day) * DAY;
        for (let place = 0; place < Math.min(A_DAY, count - day * A_DAY); place++)
          write(noon + (place / A_DAY) * 10 * HOUR, day * A_DAY + place);
      }
    })();
  }
  migrateWith(db, () => true);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

function migrateWith(db: Database, isWanted: (version: number) => boolean): void {
  const migrated = migrate(
    db,
    MIGRATIONS.filter(({ version }) => isWanted(version)),
  );
  if (!migrated.ok) throw new Error(migrated.error);
}

function createWriter(db: Database, random: SeededRandom): (at: number, place: number) => void {
  // Charges of before had no store.
  const columns = [...CHARGE_COLUMNS.filter((name) => name !== 'store'), 'waits', 'settled'];
  const charge = db.prepare(
    `INSERT INTO charge (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
  );
  const attempt =
    db.prepare(`INSERT INTO attempt (charge_id, no, order_ref, status, started_at_ms, order_id, family,
    paid_centavos, refunded_centavos) VALUES (?, 1, ?, 'closed', ?, ?, 'order', ?, ?)`);
  const empty = Object.fromEntries(columns.map((name) => [name, null]));
  return (at, place) => {
    const id = ulid(epochMs(Math.floor(at)), random);
    const status = pickWeighted(random, STATUSES);
    const amount = 200 + Math.floor(Math.exp(random.fraction() * 6.5) * 100);
    const isPaid = status === 'approved' || status === 'refunded' || status === 'partially_refunded';
    const paid = isPaid ? amount : null;
    const refunded = status === 'refunded' ? amount : status === 'partially_refunded' ? 100 : 0;
    const own = Buffer.from(random.bytes(6)).toString('hex');
    charge.run({
      ...empty,
      id,
      request_id: `bench-${place}`,
      reference: random.fraction() < 0.6 ? `PDV ${place}` : null,
      till: 'caixa-1',
      operator: pickWeighted(random, OPERATORS),
      shift_id: 's1',
      business_day: new Date(at).toISOString().slice(0, 10),
      amount_centavos: amount,
      wallet: pickWeighted(random, WALLETS),
      status,
      version: 4,
      created_at_ms: Math.floor(at),
      time_limit_ms: 300_000,
      extended: 0,
      br_code: 'x'.repeat(180),
      paid_centavos: paid,
      refunded_centavos: refunded,
      end_to_end_id: isPaid
        ? `E00000000${new Date(at).toISOString().replaceAll(/\D/g, '').slice(0, 12)}${own}`
        : null,
      late: isPaid && random.fraction() < 0.007 ? 1 : 0,
      forced_outcome: random.fraction() < 0.0005 ? 'paid' : null,
      waits: 0,
      settled: 1,
    });
    attempt.run(id, `${id}-1`, Math.floor(at), `${own}-${random.between(0, 9999)}`, paid, refunded);
  };
}
