import { useMemo, useSyncExternalStore } from 'react';
import type { CallError } from '../port/error-code.ts';
import { createAct, createActStore, type Act } from '../stores/act-store.ts';
import { usePort } from './port-context.ts';

export interface Acts {
  readonly act: Act;
  readonly busy: boolean;
  /** How the last act failed; null while one is under way. */
  readonly error: CallError | null;
  clear(): void;
}

/** The acts of one component: one at a time, with the failure of the last. */
export function useAct(): Acts {
  const port = usePort();
  const { store, act, clear } = useMemo(() => {
    const own = createActStore();
    return { store: own, act: createAct(port, own), clear: () => own.setState({ error: null }) };
  }, [port]);
  const { busy, error } = useSyncExternalStore(store.subscribe, store.getState, store.getState);
  return { act, busy: busy !== null, error, clear };
}
