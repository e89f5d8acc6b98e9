import type { TillView } from '../../../shared/contract/views.ts';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';

export type Sound = 'paid' | 'late' | 'attention';

/** The facts that have a sound: the core's view, and the end that the cashier has not read yet. */
export interface Audible {
  readonly view: TillView | null;
  readonly ended: ChargeView | null;
}

/**
 * What the cashier hears of a change, while looking at the customer: paid; the alarm, for a late payment or a QR that
 * is not the sale's; "look here", for doubt and for an end that she did not bring about. Keys that were changed outside Balcão
 * ring in the first view after a start too. Nothing else in that view is news.
 */
export function soundFor(before: Audible, after: Audible): Sound | null {
  if (hasOtherKeys(after.view) && !hasOtherKeys(before.view)) return 'late';
  if (before.view === null || after.view?.phase !== 'open') return null;
  if (isAlarm(before.view, after.view)) return 'late';
  if (after.ended !== null && after.ended.id !== before.ended?.id) {
    return after.ended.problem?.code === 'qr-mismatch' ? 'late' : 'attention';
  }
  const [was, is] = [before.view.current, after.view.current];
  if (is === null || (was?.id === is.id && was.answer === is.answer)) return null;
  if (is.answer === 'paid') return 'paid';
  return is.answer === 'doubt' ? 'attention' : null;
}

function hasOtherKeys(view: TillView | null): boolean {
  return view?.notices.some(({ code }) => code === 'keys-changed-outside') === true;
}

function isAlarm(before: TillView, after: TillView): boolean {
  const knew = new Set(before.late.map(({ id }) => id));
  if (after.late.some(({ id }) => !knew.has(id))) return true;
  return after.customerSees === 'qr-refused' && before.customerSees !== 'qr-refused';
}
