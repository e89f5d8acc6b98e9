import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../shared/domain/charge/charge.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import { migrateCharges } from '../../../main/core/ledger/projections/fold-again.ts';
import { migrate, newestVersion, schemaVersion } from '../../../main/core/ledger/migrate.ts';
import { MIGRATIONS } from '../../../main/core/ledger/migrations/index.ts';
import * as is from '../domain/charge/samples.ts';
import { createdAs, happen, idOf, ledgerOn, openFolder, temporaryFolder } from './setup-ledger.ts';
import { verify } from './verified-shop.ts';

const UNKNOWN: Problem = { code: 'unknown-word', detail: 'unknown' };
const UNCLEAR: Problem = { code: 'refund-unclear', detail: 'partial_refunded' };
const REFUSED: Problem = { code: 'refund-refused', detail: 'approved' };

interface OldCharge {
  readonly events: readonly ChargeEvent[];
  /** The problem that a program of schema 80 wrote. */
  readonly before: Problem | null;
  readonly after: Problem | null;
}

const doubted = [is.opened(), is.seen('unknown')];
const denied = [
  is.opened(),
  is.seen('partial_refunded'),
  is.seen('refund_pending'),
  is.seen('approved'),
] as const;

const CHARGES: Record<string, OldCharge> = {
  'an unknown word, then a refund under way': {
    events: [...doubted, is.seen('refund_pending')],
    before: UNKNOWN,
    after: null,
  },
  'an unknown word, then refunded': {
    events: [...doubted, is.seen('refunded')],
    before: UNKNOWN,
    after: null,
  },
  'an unclear refund, then under way, then denied': { events: denied, before: UNCLEAR, after: REFUSED },
  'an unclear refund, then under way, then denied, and another one asked for': {
    events: [...denied, is.refundRequested()],
    before: UNCLEAR,
    after: null,
  },
  'an unclear refund, then under way, then denied, then done': {
    events: [...denied, is.seen('refunded')],
    before: null,
    after: REFUSED,
  },
  'an unclear refund by both rules': {
    events: [is.opened(), is.seen('partial_refunded')],
    before: UNCLEAR,
    after: UNCLEAR,
  },
  'a refused refund by both rules': {
    events: [...is.SAMPLES.refund_pending, is.refundRefused()],
    before: { code: 'refund-refused', detail: 'no funds' },
    after: { code: 'refund-refused', detail: 'no funds' },
  },
  'a refund of a part': { events: is.SAMPLES.partially_refunded, before: null, after: null },
  'a plain sale': { events: [...is.SAMPLES.approved, is.finalized], before: null, after: null },
};

/** A folder with these charges in a ledger of schema 80, at places from 1, with the problems of its program. */
function oldFolder(charges: readonly OldCharge[]): { folder: string; path: string } {
  const modern = join(temporaryFolder(), 'modern.db');
  const db = new Database(modern);
  migrate(db);
  const ledger = ledgerOn(db);
  charges.forEach(({ events }, index) => happen(ledger, index + 1, createdAs(index + 1), ...events));
  ledger.close();

  const folder = temporaryFolder();
  const path = join(folder, 'ledger.db');
  const old = new Database(path);
  migrate(
    old,
    MIGRATIONS.filter(({ version }) => version <= 80),
  );
  old.prepare('ATTACH ? AS modern').run(modern);
  for (const table of ['ledger_event', 'charge', 'attempt']) {
    const columns = (old.pragma(`main.table_info(${table})`) as { name: string }[]).map(({ name }) => name);
    old.exec(
      `INSERT INTO main.${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM modern.${table}`,
    );
  }
  const set = old.prepare('UPDATE main.charge SET problem_code = ?, problem_detail = ? WHERE id = ?');
  charges.forEach(({ before }, index) =>
    set.run(before?.code ?? null, before?.detail ?? null, idOf(index + 1)),
  );
  old.close();
  return { folder, path };
}

describe('a ledger of older rules', () => {
  it.each(Object.entries(CHARGES))('%s: has the problem of the rules of today', (_, old) => {
    const { folder, path } = oldFolder([old]);
    const { db } = openFolder(folder);
    expect(ledgerOn(db).charges.byId(idOf(1))?.problem).toEqual(old.after);
    db.close();
    expect(verify(path).fault).toBeNull();
  });

  it.each(Object.entries(CHARGES))('%s: its migration alone is not enough, if the rules differ', (_, old) => {
    const { path } = oldFolder([old]);
    const db = new Database(path);
    migrate(db);
    db.close();
    const isSame = JSON.stringify(old.before) === JSON.stringify(old.after);
    expect(verify(path).fault?.code ?? null).toBe(isSame ? 'identity' : 'charge');
  });

  it('calls no charge failed while an earlier order of it is searched for', () => {
    const events = [is.lost(), is.started(2), is.refused(2)];
    const problem: Problem = { code: 'gateway-refused', detail: 'Order not created' };
    const { folder, path } = oldFolder([{ events, before: problem, after: problem }]);
    const old = new Database(path);
    old.exec("UPDATE charge SET status = 'failed', given_up = NULL, closed_at_ms = 1, settled = 1");
    old.close();
    const { db } = openFolder(folder);
    expect(ledgerOn(db).charges.byId(idOf(1))).toMatchObject({ status: 'cancelling', closedAt: null });
    db.close();
    expect(verify(path).fault).toBeNull();
  });

  it('holds many charges, each with its own problem', () => {
    const charges = Object.values(CHARGES);
    const { folder, path } = oldFolder(charges);
    const { db } = openFolder(folder);
    const repo = ledgerOn(db).charges;
    expect(charges.map((_, index) => repo.byId(idOf(index + 1))?.problem)).toEqual(
      charges.map(({ after }) => after),
    );
    db.close();
    expect(verify(path)).toMatchObject({ fault: null, charges: charges.length });
  });

  it.each([
    ['cannot be read', 'not JSON'],
    ['cannot be applied', '{"word":"approved","attempt":9}'],
  ])('an event that %s keeps its row, spares the others, and is reported by the check', (_, body) => {
    const { path } = oldFolder([
      CHARGES['an unknown word, then refunded']!,
      CHARGES['an unknown word, then a refund under way']!,
    ]);
    const db = new Database(path);
    db.exec('DROP TRIGGER ledger_event_no_update');
    db.prepare('UPDATE ledger_event SET body = ? WHERE subject = ? AND body LIKE \'%"refunded"%\'').run(
      body,
      idOf(1),
    );
    migrateCharges(db);
    expect(db.prepare('SELECT problem_code FROM charge ORDER BY id').pluck().all()).toEqual([
      'unknown-word',
      null,
    ]);
    db.close();
    expect(verify(path).fault).not.toBeNull();
  });

  it('is left as it was when the charges cannot be written', () => {
    const { folder, path } = oldFolder([CHARGES['an unknown word, then refunded']!]);
    const db = new Database(path);
    // Only this connection has the trigger. The file stays a ledger as this program makes it.
    db.exec(
      "CREATE TEMP TRIGGER full BEFORE UPDATE ON main.charge BEGIN SELECT RAISE(ABORT, 'no room'); END",
    );
    expect(() => migrateCharges(db)).toThrow('no room');
    expect(schemaVersion(db)).toBe(80);
    db.close();
    expect(schemaVersion(openFolder(folder).db)).toBe(newestVersion);
    expect(verify(path).fault).toBeNull();
  });
});
