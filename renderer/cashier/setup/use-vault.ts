import { useCallback, useEffect, useState } from 'react';
import type { ControlOutput } from '../../../shared/rpc/bridge.ts';
import { useCashier } from '../till-context.ts';

type Vault = ControlOutput<'vault/describe'>;

/** What is stored of the credentials: where they are, and how each ends. Null until main has answered. */
export function useVault(): { readonly vault: Vault | null; reload(): void } {
  const { port } = useCashier();
  const [vault, setVault] = useState<Vault | null>(null);
  const reload = useCallback(() => {
    void port.invoke('vault/describe', {}).then((reply) => {
      if (reply.ok) setVault(reply.value);
    });
  }, [port]);
  useEffect(reload, [reload]);
  return { vault, reload };
}
