import { useCallback, useRef, useState } from 'react';
import type { BridgeInput, BridgeMethod, BridgeReply } from '../../shared/rpc/bridge.ts';
import { callErrorOf, type CallError } from '../port/error-code.ts';
import { usePort } from './port-context.ts';

export interface Acts {
  /** Calls the core. Returns null, and calls nothing, while another act of the same component is under way. */
  act<M extends BridgeMethod>(method: M, input: BridgeInput<M>): Promise<BridgeReply<M> | null>;
  readonly busy: boolean;
  /** How the last act failed; null while one is under way. */
  readonly error: CallError | null;
  clear(): void;
}

/** The acts of one component: one at a time, with the failure of the last. */
export function useAct(): Acts {
  const port = usePort();
  const [state, setState] = useState<Pick<Acts, 'busy' | 'error'>>({ busy: false, error: null });
  // A second key can be struck before the first has been drawn.
  const isUnderWay = useRef(false);
  const act = useCallback<Acts['act']>(
    async (method, input) => {
      if (isUnderWay.current) return null;
      isUnderWay.current = true;
      setState({ busy: true, error: null });
      const reply = await port.invoke(method, input);
      isUnderWay.current = false;
      setState({ busy: false, error: callErrorOf(reply) });
      return reply;
    },
    [port],
  );
  const clear = useCallback(() => setState((before) => ({ ...before, error: null })), []);
  return { act, ...state, clear };
}
