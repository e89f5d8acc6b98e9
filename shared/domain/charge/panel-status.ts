import type { Charge } from './charge.ts';

/**
 * The statuses of the gateway's panel (its manual, PAGAMENTOS). `cancelado` and `falha` are statuses of Balcão. Lists, filters,
 * closings, files and slips use them; `PANEL_STATUS_WORDS` has their words.
 */
export const PANEL_STATUSES = [
  'pendente',
  'aprovado',
  'expirado',
  'estorno',
  'estorno-parcial',
  'cancelado',
  'falha',
] as const;

/** A status of the panel. */
export type PanelStatus = (typeof PANEL_STATUSES)[number];

/**
 * Returns the panel's status of a charge. Until a pending refund is done, the charge is `aprovado`, or `estorno-parcial` after an
 * earlier refund.
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
