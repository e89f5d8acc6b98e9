import type { CustomerView } from '../../shared/contract/views.ts';
import { SHORT_SILENCE_MS } from '../../shared/domain/charge/silence.ts';
import { SECOND } from '../../shared/kernel/time.ts';
import type { Till } from '../../main/core/till/till.ts';
import type { World } from './world.ts';

/** A QR without an answer for longer than this is never shown: the slowest answers are given up and missed twice, ms. */
const TOO_LONG = 120 * SECOND;

/**
 * I15: a short silence of the gateway does not take the QR from the customer, and after a long one there is none. Returns what to
 * call at each look at the customer's screen.
 */
export function createSilenceWatcher(
  world: World,
  claim: (holds: boolean, what: string) => void,
): (till: Till, screen: CustomerView['screen']) => void {
  let shown: string | null = null;
  return (till, screen) => {
    const charge = till.ledger.charges.waiting();
    const last = world.heard.lastOf(charge?.attempts.at(-1)?.orderId ?? null);
    // The answer has just reached the till, which is still at work on it.
    if (last?.age === 0) return;
    const before = shown;
    shown = charge !== null && screen.kind === 'qr' ? charge.id : null;
    if (charge === null || last === null || charge.problem !== null) return;
    const { age, couldWrite } = last;
    const name = charge.id.slice(-5);
    const isKept = before !== charge.id || screen.kind !== 'checking' || charge.status !== 'pending';
    claim(
      isKept || !couldWrite || age >= SHORT_SILENCE_MS,
      `I15 ${name} has no QR ${age} ms after an answer`,
    );
    claim(screen.kind !== 'qr' || age < TOO_LONG, `I15 ${name} has a QR ${age} ms after the last answer`);
  };
}
