import type { CashierBridge } from '../shared/rpc/bridge.ts';
import type { Reply } from '../shared/contract/define.ts';
import type { Cancel } from '../shared/kernel/time.ts';
import { isControlEvent, isControlMethod } from '../shared/rpc/control-names.ts';
import type { ControlPlane } from './control-plane.ts';
import type { CoreLink } from './core-link.ts';

/** What the page may call with: anything at all. Main and the core look names up and refuse those that they do not have. */
type Untyped = {
  invoke(method: unknown, input: unknown): Promise<Reply<unknown>>;
  subscribe(topic: unknown, listener: unknown): Cancel;
};

/** `window.balcao` of the cashier's window: control-plane names go to main, all others to the core. */
export function createCashierBridge(control: ControlPlane, core: CoreLink): CashierBridge {
  const bridge: Untyped = {
    invoke(method, input) {
      const name = String(method);
      if (isControlMethod(name)) return control.invoke(name, input as never);
      return core.invoke(name as never, input as never);
    },
    subscribe(topic, listener) {
      const name = String(topic);
      if (typeof listener !== 'function') return () => undefined;
      const call = listener as (payload: unknown) => void;
      if (isControlEvent(name)) return control.subscribe(name, call);
      return core.subscribe(name as never, call).cancel;
    },
  };
  return bridge as CashierBridge;
}
