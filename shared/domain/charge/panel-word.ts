import { panelStatusOf, type PanelStatus } from './panel-status.ts';
import type { Charge } from './charge.ts';

/** The panel's words under the names that closings are stored with. Stored names are never changed. */
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

/** The words in the order of the closing's sheet. */
export const PANEL_WORDS = [
  'pending',
  'approved',
  'partially-refunded',
  'refunded',
  'expired',
  'cancelled',
  'failed',
] as const satisfies readonly PanelWord[];

/** Returns the word of a closing for a charge. */
export function panelWordOf(charge: Pick<Charge, 'status' | 'refundedAmount'>): PanelWord {
  return WORDS[panelStatusOf(charge)];
}
