import type { Database } from 'better-sqlite3';
import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import { isTillEvent, type TillEvent } from '../../../../shared/domain/ledger-event/till-event.ts';
import { DAY, epochMs } from '../../../../shared/kernel/time.ts';
import { createJobStore } from '../../outbox/job-store.ts';
import { createChargeRepo } from './charge-repo.ts';
import { closingOf } from './closing-event.ts';
import { clearClosings, createClosingRepo } from './closing-repo.ts';
import { createEventLog, type StoredEvent } from '../event-log.ts';
import { AT_ONCE, putJobs } from '../put-jobs.ts';
import { createSettingWrite } from '../setting-rows.ts';
import { eraseAgain } from '../texts/erase-texts.ts';
import { step } from './fold.ts';
import { settingsOf } from './settings-event.ts';

/**
 * What a `shift-opened` event makes: a shift's id, its operator and the instant. Of a shift that is open already it is the
 * next operator's: the API handed it over.
 */
export const OPEN_SHIFT = `INSERT INTO shift (id, operator_id, opened_at_ms) VALUES (?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET operator_id = excluded.operator_id, opened_at_ms = excluded.opened_at_ms`;

/** What a `shift-taken-over` event makes: the shift is the next operator's, and began when it began. */
export const TAKE_OVER_SHIFT = 'UPDATE shift SET operator_id = ? WHERE id = ?';

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
  // First, so that no charge below gets a text that was erased.
  eraseAgain(db);
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
      if (event.seq > backedUpTo && isNews(event, newest))
        putJobs(jobs, subject, change.effects, event.at, AT_ONCE);
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

/** Shifts, closings and settings; who may sign in is not in the ledger, since their PINs are not. */
function createOtherProjections(db: Database): (event: StoredEvent) => void {
  const log = createEventLog(db);
  const closings = createClosingRepo(db);
  const open = db.prepare(OPEN_SHIFT);
  const takeOver = db.prepare(TAKE_OVER_SHIFT);
  const close = db.prepare<[number, unknown], { operator_id: string; opened_at_ms: number }>(
    'UPDATE shift SET closed_at_ms = ? WHERE id = ? RETURNING operator_id, opened_at_ms',
  );
  const set = createSettingWrite(db);
  const end = (event: StoredEvent & TillEvent<'shift-closed'>): void => {
    const shift = close.get(event.at, event.body.shiftId);
    const hash = log.hashOf(event.seq);
    if (shift === undefined || hash === null) return;
    const opened = { operatorId: shift.operator_id, openedAt: epochMs(shift.opened_at_ms) };
    const closing = closingOf(event, hash, opened);
    if (closing !== null) closings.save(closing);
  };
  return (event) => {
    if (isTillEvent(event, 'shift-opened')) open.run(event.body.shiftId, event.body.operatorId, event.at);
    if (isTillEvent(event, 'shift-taken-over')) takeOver.run(event.body.operatorId, event.body.shiftId);
    if (isTillEvent(event, 'shift-closed')) end(event);
    for (const [key, value] of settingsOf(event)) set(key, value);
  };
}
