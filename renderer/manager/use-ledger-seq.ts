import { useEffect, useState } from 'react';
import { useCashier } from '../cashier/till-context.ts';

/** How long after a change at the till the figures are read again, ms: several changes are one. */
const SETTLES = 300;

/**
 * How far the ledger has come, and on which day: while it stays the same, so does every answer of the manager's screens.
 * What _today_ is changes at midnight, without an event.
 */
export function useLedgerSeq(): string {
  const { bridge } = useCashier();
  const [moment, setMoment] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const cancel = bridge.subscribe('manager/changed', ({ seq, day }) => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => setMoment(`${day} ${seq}`), SETTLES);
    });
    return () => {
      if (timer !== null) clearTimeout(timer);
      cancel();
    };
  }, [bridge]);
  return moment;
}
