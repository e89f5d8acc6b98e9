import type { z } from 'zod';
import type { RawEvent } from '../../../main/core/ledger/event-log.ts';
import type { Fault } from '../../../main/core/ledger/verify/fault.ts';
import { CHARGE_EVENT_BODIES, TILL_EVENT_BODIES } from '../../../shared/contract/ledger-events.ts';

const BODIES = new Map<string, z.ZodType>(Object.entries({ ...CHARGE_EVENT_BODIES, ...TILL_EVENT_BODIES }));

/** Checks the stored body of each row against the schema of its type. */
export interface BodyCheck {
  note(row: RawEvent): void;
  /** Returns the first row with an unknown type, or with a body that does not fit its type. Null if there is none. */
  fault(): Fault | null;
}

/** Creates the check. The chain proves that no row was changed. This proves that another program can read the rows. */
export function createBodyCheck(): BodyCheck {
  let found: Fault | null = null;
  return {
    note: (row) => void (found ??= oddBody(row)),
    fault: () => found,
  };
}

function oddBody({ seq, subject, type, body }: RawEvent): Fault | null {
  const parsed = BODIES.get(type)?.safeParse(JSON.parse(body));
  if (parsed?.success === true) return null;
  const where = parsed?.error.issues[0]?.path.join('.') ?? '';
  return { code: 'body', seq, subject, detail: where === '' ? type : `${type}: ${where}` };
}
