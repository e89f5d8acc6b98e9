import { panelStatusOf, type PanelStatus } from './panel-status.ts';
import type { Charge } from './charge.ts';

/** The panel's words under the names that closings were written with: in the ledger, where nothing is renamed. */
const WORDS = {
  pendente: 'pending',
  aprovado: 'approved',
  'estorno-parcial': 'partially-refunded',
  estorno: 'refunded',
  expirado: 'expired',
  cancelado: 'cancelled',
  falha: 'failed',
} as const satisfies Record<PanelStatus, string>;

export type PanelWord = (typeof WORDS)[PanelStatus];

/** In the order of the sheet. */
export const PANEL_WORDS = [
  'pending',
  'approved',
  'partially-refunded',
  'refunded',
  'expired',
  'cancelled',
  'failed',
] as const satisfies readonly PanelWord[];

/** A charge in the words of a closing: as the reports have it, under the closing's names. */
export function panelWordOf(charge: Pick<Charge, 'status' | 'refundedAmount'>): PanelWord {
  return WORDS[panelStatusOf(charge)];
}
