import { useEffect, useState } from 'react';
import { usePort } from '../../../../calls/port-context.ts';
import type { BridgeReply } from '../../../../../shared/rpc/bridge.ts';

/** A program that may use the local API. */
export type Program = Extract<BridgeReply<'program/list'>, { ok: true }>['value']['items'][number];

/** Returns the programs, and the function that reads them again. */
export function usePrograms(): { readonly programs: readonly Program[]; readonly reload: () => void } {
  const port = usePort();
  const [programs, setPrograms] = useState<readonly Program[]>([]);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isWanted = true;
    void port.invoke('program/list', {}).then((reply) => {
      if (isWanted && reply.ok) setPrograms(reply.value.items);
    });
    return () => {
      isWanted = false;
    };
  }, [port, round]);
  return { programs, reload: () => setRound(round + 1) };
}
