import type { ChargeView } from '../../shared/contract/charge-view.ts';
import type { TillView } from '../../shared/contract/views.ts';

/** One thing that holds up the closing of the shift, and the next step: a person's, or only time. */
export interface OpenItem {
  readonly charge: ChargeView;
  readonly why: 'waitingRow' | 'paidRow' | 'lateRow' | 'cancellingRow';
  readonly step: 'cancel' | 'finalize' | 'use' | 'wait';
}

export function openItems(view: TillView): readonly OpenItem[] {
  const { current, late, cancelling } = view;
  return [
    ...(current === null ? [] : [currentItem(current)]),
    ...late.map((charge): OpenItem => ({ charge, why: 'lateRow', step: 'use' })),
    ...cancelling.map((charge): OpenItem => ({ charge, why: 'cancellingRow', step: 'wait' })),
  ];
}

function currentItem(charge: ChargeView): OpenItem {
  return charge.status === 'approved'
    ? { charge, why: 'paidRow', step: 'finalize' }
    : { charge, why: 'waitingRow', step: 'cancel' };
}
