import { MINUTE, SECOND, type Cancel, type Clock } from '../../../shared/kernel/time.ts';
import type { Contact } from './contact.ts';
import type { Gateway } from './port.ts';

/** Reads the wallets at the start, every minute, and every 10 s while the gateway gives no usable answers. */
export interface WalletProbe {
  /** Resolves after the first try, also if it failed. */
  readonly firstAnswer: Promise<void>;
  ask(): Promise<void>;
  /** Called when the gateway begins or stops to give usable answers. */
  contactChanged(contact: Contact): void;
  stop(): void;
}

export interface WalletProbePorts {
  readonly gateway: Gateway;
  readonly contact: () => Contact;
  readonly clock: Clock;
  /** Returns true if the till has its wallets now. */
  readonly answered: (answer: Awaited<ReturnType<Gateway['wallets']>>) => boolean;
  readonly changed: () => void;
}

/** Creates the probe. It asks nothing before `ask`. */
export function createWalletProbe({
  gateway,
  contact,
  clock,
  answered,
  changed,
}: WalletProbePorts): WalletProbe {
  const first = Promise.withResolvers<void>();
  let due: Cancel | null = null;
  let stopped = false;
  let listed = false;

  const ask = async (): Promise<void> => {
    const answer = await gateway.wallets();
    first.resolve();
    if (stopped) return;
    if (answered(answer)) listed = true;
    schedule();
    changed();
  };

  const schedule = (delayMs = contact().answering ? MINUTE : 10 * SECOND): void => {
    if (stopped) return;
    due?.();
    due = clock.after(delayMs, () => void ask());
  };

  return {
    firstAnswer: first.promise,
    ask,
    contactChanged({ answering }) {
      // A till without wallets cannot sell, so they are read at once.
      if (answering && !listed) schedule(0);
      else schedule();
    },
    stop() {
      stopped = true;
      due?.();
    },
  };
}
