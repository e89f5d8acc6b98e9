import type { ChargeView } from '../../shared/contract/charge-view.ts';
import type { TillView } from '../../shared/contract/views.ts';
import type { UiState } from '../stores/ui-store.ts';

/** The one thing that the cashier's window shows. Overlays (late payment, quitting, no core) lie above it. */
export type Screen =
  | { readonly kind: 'starting' | 'first-run' | 'sign-in' | 'recovering' | 'locked' | 'sell' }
  | { readonly kind: 'manager'; readonly name: string }
  | {
      readonly kind:
        'settle' | 'queued' | 'creating' | 'choices' | 'waiting' | 'doubt' | 'approved' | 'ended';
      readonly charge: ChargeView;
    };

type Local = Pick<UiState, 'settingUp' | 'settle' | 'ended' | 'created' | 'manager'>;

/** Returns the screen for a view and the page's own state. */
export function screenOf(view: TillView | null, local: Local): Screen {
  if (view === null) return { kind: 'starting' };
  if (view.phase === 'first-run' || (local.settingUp && view.phase === 'sign-in'))
    return { kind: 'first-run' };
  if (view.phase !== 'open') return { kind: view.phase };
  const charge = currentOf(view, local.created);
  if (charge === null) {
    if (local.ended !== null) return { kind: 'ended', charge: local.ended };
    return local.manager === null ? { kind: 'sell' } : { kind: 'manager', name: local.manager };
  }
  if (view.currentFound || local.settle !== null) return { kind: 'settle', charge };
  return { kind: chargeScreen(charge), charge };
}

/** The charge on the counter. One that was just made counts before the core's next view names it. */
export function currentOf(view: TillView, created: ChargeView | null): ChargeView | null {
  if (view.current !== null) return view.current;
  return created !== null && !mentions(view, created.id) ? created : null;
}

/** True if the view contains this charge. */
export function mentions(view: TillView, id: string): boolean {
  const charges = [view.current, view.lastEnded, ...view.cancelling, ...view.late];
  return charges.some((charge) => charge?.id === id) || view.today.rows.some((row) => row.id === id);
}

function chargeScreen(
  charge: ChargeView,
): 'queued' | 'creating' | 'choices' | 'waiting' | 'doubt' | 'approved' {
  switch (charge.status) {
    case 'queued':
      return 'queued';
    case 'creating':
      return charge.problem?.code === 'no-answer-twice' ? 'choices' : 'creating';
    case 'approved':
      return charge.answer === 'paid' ? 'approved' : 'doubt';
    default:
      return charge.answer === 'doubt' ? 'doubt' : 'waiting';
  }
}
