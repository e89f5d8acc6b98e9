import { useEffect, useState } from 'react';
import { useCashier } from '../cashier/till-context.ts';

/** How long after a change at the till the figures are read again, ms: several changes are one. */
const SETTLES = 300;

/** How far the ledger has come: while it stays the same, so does every answer of the manager's screens. */
export function useLedgerSeq(): number {
  const { bridge } = useCashier();
  const [seq, setSeq] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const cancel = bridge.subscribe('manager/changed', (changed) => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => setSeq(changed.seq), SETTLES);
    });
    return () => {
      if (timer !== null) clearTimeout(timer);
      cancel();
    };
  }, [bridge]);
  return seq;
}
