import { withoutPlace } from './identity.ts';
import type { Monitor } from './monitor.ts';

/**
 * The monitor for the customer's window: the remembered one, else the first that is not the primary. Null with fewer
 * than two monitors, because the cashier needs the one.
 */
export function chooseCustomerMonitor(
  monitors: readonly Monitor[],
  remembered: string | null,
): Monitor | null {
  if (monitors.length < 2) return null;
  return rememberedAmong(monitors, remembered) ?? monitors.find((one) => !one.isPrimary) ?? null;
}

/** The monitor for the cashier's window: the primary, unless that is the customer's. */
export function chooseCashierMonitor(monitors: readonly Monitor[], customer: Monitor | null): Monitor | null {
  const free = monitors.filter((one) => one.identity !== customer?.identity);
  return free.find((one) => one.isPrimary) ?? free[0] ?? monitors[0] ?? null;
}

function rememberedAmong(monitors: readonly Monitor[], remembered: string | null): Monitor | null {
  if (remembered === null) return null;
  const exact = monitors.find((one) => one.identity === remembered);
  if (exact !== undefined) return exact;
  // It had a twin when it was remembered, or has one now: take it from the one side only if it is not the cashier's.
  const like = monitors.filter((one) => withoutPlace(one.identity) === withoutPlace(remembered));
  return like.find((one) => !one.isPrimary) ?? null;
}
