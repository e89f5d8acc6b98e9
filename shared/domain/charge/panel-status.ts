import type { Charge } from './charge.ts';

/** The words of the gateway's panel for how a sale stands (its manual, PAGAMENTOS); `cancelado` and `falha` are ours. */
export const PANEL_STATUSES = [
  'pendente',
  'aprovado',
  'expirado',
  'estorno',
  'estorno-parcial',
  'cancelado',
  'falha',
] as const;

export type PanelStatus = (typeof PANEL_STATUSES)[number];

/**
 * A charge in the panel's words. Money that is on its way back has not come back: until it has, the charge is
 * `aprovado`, or `estorno-parcial` when an earlier refund has arrived.
 */
export function panelStatusOf({
  status,
  refundedAmount,
}: Pick<Charge, 'status' | 'refundedAmount'>): PanelStatus {
  switch (status) {
    case 'queued':
    case 'creating':
    case 'pending':
    case 'cancelling':
      return 'pendente';
    case 'approved':
      return 'aprovado';
    case 'expired':
      return 'expirado';
    case 'cancelled':
      return 'cancelado';
    case 'failed':
      return 'falha';
    case 'refunded':
      return 'estorno';
    case 'partially_refunded':
      return 'estorno-parcial';
    case 'refund_pending':
      return refundedAmount > 0 ? 'estorno-parcial' : 'aprovado';
  }
}
