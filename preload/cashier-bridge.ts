import { contract } from '../shared/contract/index.ts';
import type { CashierBridge } from '../shared/rpc/bridge.ts';
import type { Reply } from '../shared/contract/define.ts';
import type { Cancel } from '../shared/kernel/time.ts';
import { isControlEvent, isControlMethod, type ControlPlane } from './control-plane.ts';
import type { CoreLink } from './core-link.ts';

/** What the page may call with: anything at all. Names are looked up, never trusted. */
type Untyped = {
  invoke(method: unknown, input: unknown): Promise<Reply<unknown>>;
  subscribe(topic: unknown, listener: unknown): Cancel;
};

/** `window.balcao` of the cashier's window: control-plane names go to main, the contract's to the core. */
export function createCashierBridge(control: ControlPlane, core: CoreLink): CashierBridge {
  const bridge: Untyped = {
    invoke(method, input) {
      const name = String(method);
      if (isControlMethod(name)) return control.invoke(name, input as never);
      if (kindOf(name) === 'method') return core.invoke(name as never, input as never);
      const error = { code: 'unknown-method', message: `no method ${name.slice(0, 60)}` } as const;
      return Promise.resolve({ ok: false, error });
    },
    subscribe(topic, listener) {
      const name = String(topic);
      if (typeof listener !== 'function') return () => undefined;
      const call = listener as (payload: unknown) => void;
      if (isControlEvent(name)) return control.subscribe(name, call);
      return kindOf(name) === 'view' ? core.subscribe(name as never, call).cancel : () => undefined;
    },
  };
  return bridge as CashierBridge;
}

function kindOf(name: string): 'method' | 'view' | null {
  return Object.hasOwn(contract, name) ? contract[name as keyof typeof contract].kind : null;
}
