import { withoutPlace } from './identity.ts';
import type { Monitor } from './monitor.ts';

/**
 * Returns the monitor of the customer's window: the remembered one, else the first that is not the primary. Null if there are
 * fewer than two monitors, because the cashier needs one.
 */
export function chooseCustomerMonitor(
  monitors: readonly Monitor[],
  remembered: string | null,
): Monitor | null {
  if (monitors.length < 2) return null;
  return rememberedAmong(monitors, remembered) ?? monitors.find((one) => !one.isPrimary) ?? null;
}

/** Returns the monitor of the cashier's window: the primary, or another one if the primary is the customer's. */
export function chooseCashierMonitor(monitors: readonly Monitor[], customer: Monitor | null): Monitor | null {
  const free = monitors.filter((one) => one.identity !== customer?.identity);
  return free.find((one) => one.isPrimary) ?? free[0] ?? monitors[0] ?? null;
}

function rememberedAmong(monitors: readonly Monitor[], remembered: string | null): Monitor | null {
  if (remembered === null) return null;
  const exact = monitors.find((one) => one.identity === remembered);
  if (exact !== undefined) return exact;
  // The remembered monitor had a twin when it was remembered, or has one now. Accepts one of the same kind if it is not the
  // cashier's.
  const like = monitors.filter((one) => withoutPlace(one.identity) === withoutPlace(remembered));
  return like.find((one) => !one.isPrimary) ?? null;
}
