import { waitsForOperator, type ChargeStatus } from '../../../shared/domain/charge/charge.ts';
import { isAsking } from '../../../shared/domain/printer/print-state.ts';
import type { World } from '../world.ts';

/** What a person sees when they look up: enough to choose the next act by. */
export interface Glance {
  readonly isOn: boolean;
  readonly isShiftOpen: boolean;
  readonly isLocked: boolean;
  /** Of the charge on the counter. */
  readonly current: ChargeStatus | null;
  /** Charges that are not done with, beside that. */
  readonly others: number;
  readonly isNewestFinalized: boolean;
  readonly isPrinterAsking: boolean;
  readonly keysUnconfirmed: boolean;
}

const DARK: Glance = {
  isOn: false,
  isShiftOpen: false,
  isLocked: false,
  current: null,
  others: 0,
  isNewestFinalized: false,
  isPrinterAsking: false,
  keysUnconfirmed: false,
};

export function glanceAt(world: World): Glance {
  const till = world.till();
  if (till === null) return DARK;
  const { charges } = till.ledger;
  const unresolved = charges.unresolved();
  const current = unresolved.find(waitsForOperator) ?? null;
  return {
    isOn: true,
    isShiftOpen: till.shifts.open() !== null,
    isLocked: till.shifts.lockedSince() !== null,
    current: current?.status ?? null,
    others: unresolved.length - (current === null ? 0 : 1),
    isNewestFinalized: charges.newest()?.finalizedAt != null,
    isPrinterAsking: world.printer !== null && till.printing.open().some(isAsking),
    keysUnconfirmed: till.keys.unconfirmed() !== null,
  };
}
