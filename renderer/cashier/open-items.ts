import type { ChargeView } from '../../shared/contract/charge-view.ts';
import type { TillView } from '../../shared/contract/views.ts';

/** One thing that holds up the closing of the shift, and the next step: a person's, or time and else a manager's word. */
export interface OpenItem {
  readonly charge: ChargeView;
  readonly why: 'waitingRow' | 'paidRow' | 'lateRow' | 'cancellingRow' | 'refundRow';
  readonly step: 'cancel' | 'finalize' | 'use' | 'force';
}

export function openItems(view: TillView): readonly OpenItem[] {
  const { current, late, cancelling, returning } = view;
  return [
    ...(current === null ? [] : [currentItem(current)]),
    ...late.map((charge): OpenItem => ({ charge, why: 'lateRow', step: 'use' })),
    ...cancelling.map((charge): OpenItem => ({ charge, why: 'cancellingRow', step: 'force' })),
    ...returning.map((charge): OpenItem => ({ charge, why: 'refundRow', step: 'force' })),
  ];
}

function currentItem(charge: ChargeView): OpenItem {
  return charge.status === 'approved'
    ? { charge, why: 'paidRow', step: 'finalize' }
    : { charge, why: 'waitingRow', step: 'cancel' };
}
