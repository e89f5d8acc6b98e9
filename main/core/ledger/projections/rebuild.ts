import type { Database } from 'better-sqlite3';
import type { Change } from '../../../../shared/domain/charge/change.ts';
import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import { DAY, epochMs, type EpochMs } from '../../../../shared/kernel/time.ts';
import { createJobStore, type JobStore } from '../../outbox/job-store.ts';
import { createChargeRepo } from './charge-repo.ts';
import { closingOf } from './closing-event.ts';
import { clearClosings, createClosingRepo } from './closing-repo.ts';
import { createEventLog, type StoredEvent } from '../event-log.ts';
import { step } from './fold.ts';

/**
 * What a `shift-opened` event makes: a shift's id, its operator and the instant. Of a shift that is open already it is the
 * next operator's: the API handed it over.
 */
export const OPEN_SHIFT = `INSERT INTO shift (id, operator_id, opened_at_ms) VALUES (?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET operator_id = excluded.operator_id, opened_at_ms = excluded.opened_at_ms`;

/**
 * Rows that count as new whatever their time says, the newest ones: a clock that was set forward makes the sale of a minute
 * ago a day old. A busy till writes some thousand rows a day.
 */
const RECENT_ROWS = 5_000;

/** Events read at a time. */
const PAGE = 500;

/**
 * Makes charges, their sums, shifts, closings and settings again from the ledger's events, in the caller's transaction. Up to `backedUpTo`
 * the outbox is there as it was saved; what later events of the last day, or the newest ones, set going is written anew. A create or a
 * refund may have been sent since, or long ago: none is sent again before the gateway was asked.
 */
export function rebuildProjections(db: Database, backedUpTo: number): void {
  const log = createEventLog(db);
  const charges = createChargeRepo(db);
  const jobs = createJobStore(db);
  const others = createOtherProjections(db);
  const newest = log.since(log.head().seq - 1, 1)[0];
  clearClosings(db);
  db.exec('DELETE FROM attempt; DELETE FROM charge; DELETE FROM shift; DELETE FROM report_cell;');
  for (let page = log.since(0, PAGE); page.length > 0; page = log.since(page.at(-1)?.seq ?? 0, PAGE)) {
    // Most events of a charge follow each other: each charge of a page is written once.
    const changed = new Map<string, Charge>();
    for (const event of page) {
      const { subject } = event;
      if (subject === null) {
        others(event);
        continue;
      }
      const change = step(changed.get(subject) ?? charges.byId(subject), event);
      changed.set(subject, change.charge);
      if (event.seq > backedUpTo && isNews(event, newest)) owe(jobs, change, event.at);
    }
    for (const charge of changed.values()) charges.save(charge);
  }
  db.exec(`UPDATE outbox_job SET state = 'leased', tries = tries + 1
    WHERE state = 'waiting' AND kind IN ('create', 'refund')`);
}

function isNews(event: StoredEvent, newest: StoredEvent | undefined): boolean {
  if (newest === undefined) return false;
  return newest.at - event.at < DAY || newest.seq - event.seq < RECENT_ROWS;
}

function owe(jobs: JobStore, { charge, effects }: Change, at: EpochMs): void {
  for (const effect of effects) {
    if (effect.kind === 'stop') jobs.drop(effect.of, charge.id, effect.attempt);
    else if (effect.kind === 'time-limit')
      jobs.put({ kind: 'time-limit', chargeId: charge.id, attempt: 0, delayMs: effect.dueInMs }, at);
    else jobs.put({ kind: effect.kind, chargeId: charge.id, attempt: effect.attempt, delayMs: 0 }, at);
  }
}

/** Shifts, closings and settings; who may sign in is not in the ledger, since their PINs are not. */
function createOtherProjections(db: Database): (event: StoredEvent) => void {
  const log = createEventLog(db);
  const closings = createClosingRepo(db);
  const open = db.prepare(OPEN_SHIFT);
  const close = db.prepare<[number, unknown], { operator_id: string; opened_at_ms: number }>(
    'UPDATE shift SET closed_at_ms = ? WHERE id = ? RETURNING operator_id, opened_at_ms',
  );
  const set = db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const end = (event: StoredEvent): void => {
    const shift = close.get(event.at, event.body['shiftId']);
    const hash = log.hashOf(event.seq);
    if (shift === undefined || hash === null) return;
    const opened = { operatorId: shift.operator_id, openedAt: epochMs(shift.opened_at_ms) };
    const closing = closingOf(event, hash, opened);
    if (closing !== null) closings.save(closing);
  };
  return (event) => {
    const { type, at, body } = event;
    if (type === 'shift-opened') open.run(body['shiftId'], body['operatorId'], at);
    if (type === 'shift-closed') end(event);
    if (type === 'settings-changed')
      for (const [key, value] of Object.entries(body)) set.run(key, JSON.stringify(value));
  };
}
