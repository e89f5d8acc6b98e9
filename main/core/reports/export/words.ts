import type { ChargeStatus } from '../../../../shared/domain/charge/charge.ts';

/** The panel's word for a state; CANCELADO, FALHA and ESTORNO PENDENTE are ours, since the panel has none. */
export function statusWord(status: ChargeStatus): string {
  switch (status) {
    case 'queued':
    case 'creating':
    case 'pending':
    case 'cancelling':
      return 'PENDENTE';
    case 'approved':
      return 'APROVADO';
    case 'cancelled':
      return 'CANCELADO';
    case 'expired':
      return 'EXPIRADO';
    case 'failed':
      return 'FALHA';
    case 'refund_pending':
      return 'ESTORNO PENDENTE';
    case 'partially_refunded':
      return 'ESTORNO PARCIAL';
    case 'refunded':
      return 'ESTORNO';
  }
}

export const yesNo = (value: boolean): string => (value ? 'sim' : 'não');
