import type { StoredEvent } from '../ledger/event-log.ts';

/** A row of the ledger about a charge, as the manager's screen reads it. */
export interface TimelineEntry {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly actor: string;
  readonly amount: number | null;
  readonly detail: string | null;
  readonly attempt: number | null;
}

/** Where a body carries words of its own, the first that is there. */
const WORDS = ['rawWord', 'message', 'reason', 'detail', 'cause', 'mismatch'] as const;
const SUMS = ['amount', 'paidAmount'] as const;

/** The rows of one charge, the oldest first. Of a body only what tells something is taken, never a QR or a key. */
export function timelineOf(events: readonly StoredEvent[]): TimelineEntry[] {
  return events.map(({ seq, at, type, actor, body }) => ({
    seq,
    at,
    type: type === 'seen' ? `seen-${String(body['word'])}` : type,
    actor,
    amount: first(SUMS, body, 'number'),
    detail: first(WORDS, body, 'string'),
    attempt: typeof body['attempt'] === 'number' ? body['attempt'] : null,
  }));
}

function first<T extends 'number' | 'string'>(
  keys: readonly string[],
  body: Readonly<Record<string, unknown>>,
  kind: T,
): (T extends 'number' ? number : string) | null {
  const found = keys.map((key) => body[key]).find((value) => typeof value === kind);
  return (found ?? null) as (T extends 'number' ? number : string) | null;
}
