import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { PaymentFilter, PaymentRow } from '../../../shared/contract/payments.ts';
import { useCashier } from '../../cashier/till-context.ts';
import { useLedgerSeq } from '../use-ledger-seq.ts';
import { useTimeOver } from '../use-time-over.ts';

const PAGE = 100;

type Page = Output<'manager/payments'>;

/** The figures of everything that a filter lets through, whatever the page. */
export type Sums = Pick<Page, 'totals' | 'byStatus' | 'complete'>;

interface Pages {
  readonly question: string;
  readonly rows: readonly PaymentRow[];
  readonly nextCursor: string | null;
  readonly sums: Sums | null;
}

const NOTHING: Pages = { question: '', rows: [], nextCursor: null, sums: null };

/** The payments that a filter finds, page after page, and again from the first when something changes at the till. */
export function usePayments(
  filter: PaymentFilter,
): Pages & { readonly isLoading: boolean; readonly more: () => void } {
  const { bridge } = useCashier();
  const isTimeOver = useTimeOver();
  const seq = useLedgerSeq();
  const [pages, setPages] = useState(NOTHING);
  const [after, setAfter] = useState<{ readonly question: string; readonly cursor: string | null }>({
    question: '',
    cursor: null,
  });
  const question = JSON.stringify(filter);
  // A page of another question is none of this one's.
  const cursor = after.question === question ? after.cursor : null;

  useEffect(() => {
    let isWanted = true;
    const input = { filter: JSON.parse(question) as PaymentFilter, cursor, limit: PAGE };
    void bridge.invoke('manager/payments', input).then((reply) => {
      if (!isWanted || isTimeOver(reply) || !reply.ok) return;
      const { rows, nextCursor, ...sums } = reply.value;
      setPages((before) => ({
        question,
        rows: cursor === null || before.question !== question ? rows : [...before.rows, ...rows],
        nextCursor,
        sums,
      }));
      // Much was looked at in vain, and more can follow: it is asked for at once.
      if (rows.length === 0 && nextCursor !== null) setAfter({ question, cursor: nextCursor });
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, isTimeOver, question, cursor, seq]);

  return {
    ...pages,
    isLoading: pages.question !== question,
    more() {
      if (pages.nextCursor !== null && pages.question === question)
        setAfter({ question, cursor: pages.nextCursor });
    },
  };
}
