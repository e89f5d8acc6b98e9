import type { KeysName } from '../../../shared/domain/ledger-event/till-event.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import { checkKeys, type KeysCheck } from '../directory/gateway-keys.ts';
import type { Notices } from '../directory/notices.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** The keys in use, and the work that waits while they are unconfirmed. */
export interface KeysGate {
  readonly keys: KeysCheck;
  /**
   * Calls `work` at once if the ledger knows the keys in use, else when a manager confirms them. With the keys of another
   * account an order that is created goes to that account, and an order that cannot be read or cancelled proves nothing.
   */
  whenKnown(work: () => void): void;
  /** Shows a notice while the keys are unconfirmed. Removes it if the known keys are back. */
  report(notices: Notices, logger: Logger): void;
}

/** Compares the keys in use with the ledger. `inUse` is null in training. */
export function createKeysGate(ledger: Ledger, inUse: KeysName | null): KeysGate {
  const checked = checkKeys(ledger, inUse);
  let held = (): void => undefined;
  return {
    keys: {
      ...checked,
      confirm(by) {
        checked.confirm(by);
        held();
      },
    },
    whenKnown(work) {
      if (checked.unconfirmed() === null) work();
      else held = work;
    },
    report(notices, logger) {
      const found = checked.unconfirmed();
      if (found === null) {
        notices.dismiss('keys-changed-outside');
        return;
      }
      const { host, clientIdEnd } = found;
      logger.error('keys-changed-outside', { host });
      notices.add('keys-changed-outside', clientIdEnd === '' ? `${host}` : `${host} · …${clientIdEnd}`);
    },
  };
}
