import { useEffect, useState } from 'react';
import { useShop } from './shop-context.ts';

/** How long after a change at the till the figures are read again, ms: several changes are one. */
const SETTLES = 300;

/**
 * How far the ledger has come, and on which day. While it stays the same, so does every answer of the manager's screens. What
 * _today_ is changes at midnight, without an event. It is known before a question is asked, so no change falls between them.
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
