import { assertNever } from '../../kernel/assert-never.ts';
import type { ChargeStatus } from './charge.ts';

/**
 * The words of the gateway's panel (Conexão Rede manual, PAGAMENTOS), and two of our own. In Portuguese: PENDENTE,
 * APROVADO, ESTORNO PARCIAL, ESTORNO, EXPIRADO, CANCELADO, FALHA.
 */
export const PANEL_WORDS = [
  'pending',
  'approved',
  'partially-refunded',
  'refunded',
  'expired',
  'cancelled',
  'failed',
] as const;

export type PanelWord = (typeof PANEL_WORDS)[number];

/** The panel's word for a state. Money that is on its way back is still here: approved, until the gateway says otherwise. */
export function panelWordOf(status: ChargeStatus): PanelWord {
  switch (status) {
    case 'queued':
    case 'creating':
    case 'pending':
    case 'cancelling':
      return 'pending';
    case 'approved':
    case 'refund_pending':
      return 'approved';
    case 'partially_refunded':
      return 'partially-refunded';
    case 'refunded':
    case 'expired':
    case 'cancelled':
    case 'failed':
      return status;
    default:
      return assertNever(status);
  }
}
