import type { Database } from 'better-sqlite3';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { ChargeEvent, Rejection } from '../../../shared/domain/charge/event.ts';
import type { By } from '../../../shared/domain/ledger-event/by.ts';
import type { TillEvents, TillEventType } from '../../../shared/domain/ledger-event/till-event.ts';
import { transition } from '../../../shared/domain/charge/transition.ts';
import { businessDay } from '../../../shared/domain/business-day/business-day.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import { MINUTE, type Cancel, type Clock, type EpochMs } from '../../../shared/kernel/time.ts';
import type { Job, JobKind } from '../outbox/job.ts';
import { createJobStore, type JobStore } from '../outbox/job-store.ts';
import { createChargeRepo, type ChargeRepo } from './projections/charge-repo.ts';
import { putJobs, type FirstDelays } from './put-jobs.ts';
import { createEventLog, type EventLog } from './event-log.ts';
import { createTextWrite, sealTexts } from './texts/outside-texts.ts';

/** The result of one event: the changed charge, the number of the event's row, and the jobs that were written with it. */
export interface Applied {
  readonly charge: Charge;
  readonly seq: number;
  readonly scheduled: readonly Job[];
}

/** The only way to write to the ledger: event, projection and outbox rows are one transaction. */
export interface Ledger {
  readonly db: Database;
  readonly charges: ChargeRepo;
  readonly jobs: JobStore;
  readonly log: EventLog;
  /** Applies an event to a charge at the instant `at`, by default now. Durable when it returns. */
  apply(id: string, event: ChargeEvent, by: By, at?: EpochMs): Result<Applied, Rejection>;
  /** Writes an event that is about no charge, with `change` in the same transaction. `at` is the instant of the event. */
  record<T extends TillEventType>(
    type: T,
    body: TillEvents[T],
    by: By,
    change?: (at: EpochMs) => void,
  ): number;
  /** Calls `write` inside the transaction of every event of a charge. If the event is not stored, its writes are not either. */
  onApplyInTransaction(write: (before: Charge | null, charge: Charge) => void): void;
  /** Calls `listener` after each appended row. It must be quick, because it runs inside the act. */
  onAppend(listener: () => void): Cancel;
  /** Runs several writes in one transaction: all are durable when it returns, or none if `work` throws. `work` must not catch the errors of its writes. */
  inOneTransaction<T>(work: () => T): T;
  close(): void;
}

/** The delay before the first run of each job, ms. A new order is read after 3 s at the earliest (gateway protocol). */
const FIRST_DELAY: FirstDelays = {
  create: 0,
  cancel: 0,
  refund: 0,
  'look-up': 3_000,
  'find-orphan': 2_000,
  watch: 3_000,
};

/** Events that answer a job. The job's row is deleted in the transaction of the event, which saves a transaction. */
const ANSWERED: Partial<Record<ChargeEvent['type'], JobKind>> = { opened: 'create', refused: 'create' };

/**
 * Creates the ledger of an open database. `zone` returns the store's time zone, which decides the business day of each row.
 * `random` gives the salts of the texts from outside.
 */
export function createLedger(
  db: Database,
  clock: Clock,
  zone: () => string,
  random: Pick<Random, 'bytes'>,
): Ledger {
  const log = createEventLog(db);
  const writeTexts = createTextWrite(db);
  const charges = createChargeRepo(db);
  const jobs = createJobStore(db);
  const dayOf = createDayOf();
  const listeners = new Set<() => void>();
  const companions: ((before: Charge | null, charge: Charge) => void)[] = [];

  const appended = (): void => {
    for (const listener of listeners) listener();
  };

  const applyInside: Ledger['apply'] = (id, event, by, now = clock.now()) => {
    const before = charges.byId(id);
    const outcome = transition(before, event, now);
    if (!outcome.ok) return err(outcome.error);
    const { charge, effects } = outcome.value;
    const { type, ...told } = event;
    const { body, texts } = sealTexts(type, told, random);
    const seq = log.append({
      at: now,
      businessDay: dayOf(now, zone()),
      ...by,
      subject: id,
      type,
      body,
    });
    writeTexts(seq, texts);
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
    by: By,
    change?: (at: EpochMs) => void,
  ): number => {
    const now = clock.now();
    change?.(now);
    return log.append({ at: now, businessDay: dayOf(now, zone()), ...by, subject: null, type, body });
  };

  const apply = db.transaction(applyInside);
  const record = db.transaction(recordInside);

  return {
    db,
    charges,
    jobs,
    log,
    apply(id, event, by, at) {
      // Inside a transaction of several writes, a savepoint for each would cost more than the writes.
      if (db.inTransaction) {
        const applied = applyInside(id, event, by, at);
        if (applied.ok) appended();
        return applied;
      }
      // Most answers of the gateway have no news. They are refused here, without a transaction. Nothing else can write
      // before the transaction begins, because this is one synchronous call.
      const refused = rejectionOf(id, event, at ?? clock.now());
      if (refused !== null) return err(refused);
      const applied = apply.immediate(id, event, by, at);
      if (!applied.ok) return applied;
      charges.remember(applied.value.charge);
      appended();
      return applied;
    },
    record(type, body, by, change) {
      const told: Readonly<Record<string, unknown>> = body;
      const seq = (db.inTransaction ? recordInside : record.immediate)(type, told, by, change);
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

/** Returns `businessDay` with a cache of one minute. Time zones change their offset only at a whole minute. */
function createDayOf(): typeof businessDay {
  let known = { minute: -1, zone: '', day: '' };
  return (at: EpochMs, zone) => {
    const minute = Math.floor(at / MINUTE);
    if (known.minute !== minute || known.zone !== zone) known = { minute, zone, day: businessDay(at, zone) };
    return known.day;
  };
}
