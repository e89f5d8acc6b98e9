import { useEffect, useState } from 'react';
import { useShop } from './shop-context.ts';

/** How long after a change at the till the figures are read again, ms: several changes are one. */
const SETTLES = 300;

/**
 * Returns the number of the ledger's newest row, and the present day. While both are unchanged, every answer for the manager's
 * screens is unchanged. The day is part of it, because _today_ changes at midnight without an event. Both are known before a
 * call, so no change is missed between them.
 */
export function useLedgerSeq(): string {
  const { seq, day } = useShop();
  const now = `${day} ${seq}`;
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    if (now === moment) return undefined;
    const timer = setTimeout(() => setMoment(now), SETTLES);
    return () => clearTimeout(timer);
  }, [now, moment]);
  return moment;
}
