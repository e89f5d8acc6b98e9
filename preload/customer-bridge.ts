import type { CustomerBridge } from '../shared/rpc/bridge.ts';
import type { Payload } from '../shared/contract/index.ts';
import type { CoreLink, Subscription } from './core-link.ts';

/** `window.balcao` of the customer's window: reads one view and reports what it has drawn. It has no calls. */
export function createCustomerBridge(core: CoreLink): CustomerBridge {
  let present: Subscription<'customer/view'> | null = null;
  return {
    subscribe(topic, listener) {
      if (topic !== 'customer/view' || typeof listener !== 'function') return () => undefined;
      const call = (payload: Payload<'customer/view'>): void => listener(payload);
      const mine = core.subscribe('customer/view', call);
      const deaf = core.onLost(() => listener(null));
      present?.cancel();
      present = {
        ack: mine.ack,
        cancel() {
          deaf();
          mine.cancel();
        },
      };
      const own = present;
      return () => {
        own.cancel();
        if (present === own) present = null;
      };
    },
    ack: (payload) => present?.ack(payload),
  };
}
