import type { KeysName } from '../../shared/domain/ledger-event/till-event.ts';
import type { HttpRequest } from '../../main/core/gateway/transport.ts';
import type { OutsideHead } from '../../main/core/ledger/head/outside-head.ts';
import type { Head } from '../../main/core/ledger/head/signed-head.ts';

/** Returns how a ledger names the keys of an account. */
export function keysOf(account: number): KeysName {
  return { host: 'gateway.example', clientIdEnd: '', clientIdHash: String(account).padStart(64, '0') };
}

/** Creates a head outside the data folder that outlives the processes. A full disk refuses it. */
export function createOutside(isFull: () => boolean): OutsideHead {
  let kept: Head | null = null;
  return {
    read: () => kept,
    write(head) {
      if (isFull()) throw new Error('no space left on device');
      kept = head;
    },
  };
}

/** True for a request about orders. A login and the list of wallets are none. */
export function isAboutOrders({ url }: Pick<HttpRequest, 'url'>): boolean {
  return /^\/orders?v?\b/u.test(new URL(url).pathname);
}
