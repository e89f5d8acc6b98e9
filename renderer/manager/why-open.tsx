import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../shared/contract/charge-view.ts';

type Why = 'late' | 'partly' | 'paid' | 'waiting' | 'cancelling' | 'returning' | 'forced';

/** Why a charge is not settled, in words; nothing when it is. */
export function WhyOpen({ charge }: { readonly charge: ChargeView }): ReactNode {
  const { t } = useTranslation();
  const why = whyOpen(charge);
  return why === null ? null : (
    <span data-why={why}>{t(`open.${why}`, { name: charge.forced?.by ?? '' })}</span>
  );
}

/** What a manager signed for stays in sight until evidence has come. */
function whyOpen({ status, settled, late, forced }: ChargeView): Why | null {
  if (forced?.verdict === 'unverified') return 'forced';
  if (settled) return null;
  switch (status) {
    case 'queued':
    case 'creating':
    case 'pending':
      return 'waiting';
    case 'cancelling':
      return 'cancelling';
    case 'refund_pending':
      return 'returning';
    case 'partially_refunded':
      return 'partly';
    case 'approved':
      return late ? 'late' : 'paid';
    case 'expired':
    case 'cancelled':
    case 'failed':
    case 'refunded':
      return null;
  }
}
