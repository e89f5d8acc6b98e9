import { MINUTE, SECOND, type Cancel } from '../../shared/kernel/time.ts';
import type { Cashier } from './till-context.ts';

/** How often the time without use is looked at, ms. */
const LOOKS_EVERY = 5 * SECOND;

/** Signs of a person at the window. A scanner counts too: it types. */
const SIGNS_OF_USE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Locks the till after the time without use that the shop has set. Without that setting, does nothing. */
export function lockWhenIdle({ till, actions }: Pick<Cashier, 'till' | 'actions'>): Cancel {
  let usedAt = performance.now();
  const used = (): void => void (usedAt = performance.now());
  const look = (): void => {
    const { view } = till.getState();
    const minutes = view?.settings.autoLockMinutes ?? null;
    if (view?.phase !== 'open' || minutes === null) return used();
    if (performance.now() - usedAt >= minutes * MINUTE) void actions.lock('idle');
  };
  const timer = setInterval(look, LOOKS_EVERY);
  for (const sign of SIGNS_OF_USE) window.addEventListener(sign, used, true);
  return () => {
    clearInterval(timer);
    for (const sign of SIGNS_OF_USE) window.removeEventListener(sign, used, true);
  };
}
