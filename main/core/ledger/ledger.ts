import type { Database } from 'better-sqlite3';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { ChargeEvent, Rejection } from '../../../shared/domain/charge/event.ts';
import type { TillEvents, TillEventType } from '../../../shared/domain/ledger-event/till-event.ts';
import { transition } from '../../../shared/domain/charge/transition.ts';
import { businessDay } from '../../../shared/domain/business-day/business-day.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { MINUTE, type Cancel, type Clock, type EpochMs } from '../../../shared/kernel/time.ts';
import type { Job, JobKind } from '../outbox/job.ts';
import { createJobStore, type JobStore } from '../outbox/job-store.ts';
import { createChargeRepo, type ChargeRepo } from './projections/charge-repo.ts';
import { putJobs, type FirstDelays } from './put-jobs.ts';
import { createEventLog, type EventLog } from './event-log.ts';

/** What one event did: the charge as it stands, and the outbox rows that were written and dropped with it. */
export interface Applied {
  readonly charge: Charge;
  readonly seq: number;
  readonly scheduled: readonly Job[];
}

/** The one way to write: event, projection and outbox rows stand or fall together. */
export interface Ledger {
  readonly db: Database;
  readonly charges: ChargeRepo;
  readonly jobs: JobStore;
  readonly log: EventLog;
  /** Applies an event to a charge, as of `at` (now unless it is given). Durable when it returns. */
  apply(id: string, event: ChargeEvent, actor: string, at?: EpochMs): Result<Applied, Rejection>;
  /** Writes an event that is about no charge, with `change` in the same transaction; `at` is the event's own instant. */
  record<T extends TillEventType>(
    type: T,
    body: TillEvents[T],
    actor: string,
    change?: (at: EpochMs) => void,
  ): number;
  /** Calls `write` inside the transaction of every event of a charge: what it writes stands or falls with the event. */
  onApplyInTransaction(write: (before: Charge | null, charge: Charge) => void): void;
  /** Calls `listener` after each row that was appended. It must be quick and only take note: it runs inside the act. */
  onAppend(listener: () => void): Cancel;
  /** Makes several writes one: durable together when it returns, or none of them if `work` throws. For bulk loading: `work` must not catch. */
  inOneTransaction<T>(work: () => T): T;
  close(): void;
}

/** The first look at a fresh QR comes after the polite 3 s. */
const FIRST_DELAY: FirstDelays = {
  create: 0,
  cancel: 0,
  refund: 0,
  'look-up': 3_000,
  'find-orphan': 2_000,
  watch: 3_000,
};

/** Events that are the answer to a job: its row goes in the same transaction, and not in one more that others wait for. */
const ANSWERED: Partial<Record<ChargeEvent['type'], JobKind>> = { opened: 'create', refused: 'create' };

export function createLedger(db: Database, clock: Clock, zone: () => string): Ledger {
  const log = createEventLog(db);
  const charges = createChargeRepo(db);
  const jobs = createJobStore(db);
  const dayOf = createDayOf();
  const listeners = new Set<() => void>();
  const companions: ((before: Charge | null, charge: Charge) => void)[] = [];

  const appended = (): void => {
    for (const listener of listeners) listener();
  };

  const applyInside: Ledger['apply'] = (id, event, actor, now = clock.now()) => {
    const before = charges.byId(id);
    const outcome = transition(before, event, now);
    if (!outcome.ok) return err(outcome.error);
    const { charge, effects } = outcome.value;
    const { type, ...body } = event;
    const seq = log.append({
      at: now,
      businessDay: dayOf(now, zone()),
      actor,
      subject: id,
      type,
      body,
    });
    charges.save(charge);
    const answered = ANSWERED[type];
    if (answered !== undefined && 'attempt' in event) jobs.drop(answered, id, event.attempt);
    for (const companion of companions) companion(before, charge);
    return ok({ charge, seq, scheduled: putJobs(jobs, id, effects, clock.now(), FIRST_DELAY) });
  };

  const rejectionOf = (id: string, event: ChargeEvent, now: EpochMs): Rejection | null => {
    const outcome = transition(charges.byId(id), event, now);
    return outcome.ok ? null : outcome.error;
  };

  const recordInside = (
    type: TillEventType,
    body: Readonly<Record<string, unknown>>,
    actor: string,
    change?: (at: EpochMs) => void,
  ): number => {
    const now = clock.now();
    change?.(now);
    return log.append({ at: now, businessDay: dayOf(now, zone()), actor, subject: null, type, body });
  };

  const apply = db.transaction(applyInside);
  const record = db.transaction(recordInside);

  return {
    db,
    charges,
    jobs,
    log,
    apply(id, event, actor, at) {
      // Inside one transaction for many, a savepoint for each would cost more than the writes themselves.
      if (db.inTransaction) {
        const applied = applyInside(id, event, actor, at);
        if (applied.ok) appended();
        return applied;
      }
      // Most answers of the gateway teach nothing: they are refused before a transaction is begun for them. Between here
      // and there nothing else can write.
      const refused = rejectionOf(id, event, at ?? clock.now());
      if (refused !== null) return err(refused);
      const applied = apply.immediate(id, event, actor, at);
      if (!applied.ok) return applied;
      charges.remember(applied.value.charge);
      appended();
      return applied;
    },
    record(type, body, actor, change) {
      const told: Readonly<Record<string, unknown>> = body;
      const seq = (db.inTransaction ? recordInside : record.immediate)(type, told, actor, change);
      appended();
      return seq;
    },
    onApplyInTransaction: (companion) => void companions.push(companion),
    onAppend(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    inOneTransaction: <T>(work: () => T): T => db.transaction(work).immediate() as T,
    close: () => db.close(),
  };
}

/** The business day, worked out once a minute: a zone's clocks are put back or forward between two minutes. */
function createDayOf(): typeof businessDay {
  let known = { minute: -1, zone: '', day: '' };
  return (at: EpochMs, zone) => {
    const minute = Math.floor(at / MINUTE);
    if (known.minute !== minute || known.zone !== zone) known = { minute, zone, day: businessDay(at, zone) };
    return known.day;
  };
}
