import type { Database } from 'better-sqlite3';
import type { z } from 'zod';
import { createEventLog, decodeEvent } from '../../../main/core/ledger/event-log.ts';
import type { Fault } from '../../../main/core/ledger/verify/fault.ts';
import { CHARGE_EVENT_BODIES, TILL_EVENT_BODIES } from '../../../shared/contract/ledger-events.ts';

const BODIES = new Map<string, z.ZodType>(Object.entries({ ...CHARGE_EVENT_BODIES, ...TILL_EVENT_BODIES }));

/**
 * Returns the first row whose type is unknown or whose body does not fit its type; null if there is none. The chain proves that
 * a row was not changed, and this that another program can read it.
 */
export function findOddBody(db: Database): Fault | null {
  for (const row of createEventLog(db).raw(0)) {
    const { seq, subject, type, body } = decodeEvent(row);
    const parsed = BODIES.get(type)?.safeParse(body);
    if (parsed?.success === true) continue;
    const where = parsed?.error.issues[0]?.path.join('.') ?? '';
    return { code: 'body', seq, subject, detail: where === '' ? type : `${type}: ${where}` };
  }
  return null;
}
