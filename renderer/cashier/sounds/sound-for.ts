import type { TillView } from '../../../shared/contract/views.ts';

export type Sound = 'paid' | 'late' | 'attention';

/**
 * What the cashier hears of a change, while looking at the customer: paid, a late payment, or "look here" (doubt, expiry,
 * refusal). Null when nothing new needs ears; the first view after a start is not news.
 */
export function soundFor(before: TillView | null, after: TillView): Sound | null {
  if (before === null || after.phase !== 'open') return null;
  const knew = new Set(before.late.map(({ id }) => id));
  if (after.late.some(({ id }) => !knew.has(id))) return 'late';
  const [was, is] = [before.current, after.current];
  if (is !== null && (was?.id !== is.id || was.answer !== is.answer)) {
    if (is.answer === 'paid') return 'paid';
    if (is.answer === 'doubt') return 'attention';
  }
  const ended = after.lastEnded;
  const isNew = ended !== null && before.lastEnded?.id !== ended.id;
  return isNew && needsAttention(ended.status, was?.status) ? 'attention' : null;
}

/** A cancel that the cashier asked for needs no sound; the countdown's end and a refusal do. */
function needsAttention(status: string, before: string | undefined): boolean {
  return status === 'expired' || status === 'failed' || (status === 'cancelled' && before === 'pending');
}
