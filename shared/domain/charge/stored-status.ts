import { panelStatusOf, type PanelStatus } from './panel-status.ts';
import type { Charge } from './charge.ts';

/**
 * The statuses under the names that closings and their slips are stored with, in the order of the closing's sheet. Ledgers
 * have these names, so they are never changed. They are used only in what is stored: everything else uses `PanelStatus`.
 */
const STATUS_OF = {
  pending: 'pendente',
  approved: 'aprovado',
  'partially-refunded': 'estorno-parcial',
  refunded: 'estorno',
  expired: 'expirado',
  cancelled: 'cancelado',
  failed: 'falha',
} as const satisfies Readonly<Record<string, PanelStatus>>;

/** The name of a status in stored closings. */
export type StoredStatus = keyof typeof STATUS_OF;

/** Every stored name, in the order of the closing's sheet. */
export const STORED_STATUSES = Object.keys(STATUS_OF) as [StoredStatus, ...StoredStatus[]];

const STORED_OF = Object.fromEntries(
  STORED_STATUSES.map((stored) => [STATUS_OF[stored], stored]),
) as Readonly<Record<PanelStatus, StoredStatus>>;

/** Returns the name under which a closing stores the status of a charge. */
export function storedStatusOf(charge: Pick<Charge, 'status' | 'refundedAmount'>): StoredStatus {
  return STORED_OF[panelStatusOf(charge)];
}

/** Returns the status of a stored name. */
export function panelStatusOfStored(stored: StoredStatus): PanelStatus {
  return STATUS_OF[stored];
}
