import { useEffect, useState } from 'react';
import { useCashier } from '../cashier/till-context.ts';

/** How long after a change at the till the figures are read again, ms: several changes are one. */
const SETTLES = 300;

/**
 * How far the ledger has come since this is listened to, and on which day: while it stays the same, so does every answer of
 * the manager's screens. What _today_ is changes at midnight, without an event. Called before a question is asked, so that
 * no change falls between the two.
 */
export function useLedgerSeq(): string {
  const { bridge } = useCashier();
  const [moment, setMoment] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    // The first is where the ledger stands now, and the question that is asked just now is answered from there.
    let isFirst = true;
    const cancel = bridge.subscribe('manager/changed', ({ seq, day }) => {
      const isOld = isFirst;
      isFirst = false;
      if (isOld) return;
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
