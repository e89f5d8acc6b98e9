import { useEffect, useMemo, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { PaymentFilter, PaymentRow } from '../../../shared/contract/payments.ts';
import { createPageReader, type Listed } from '../../calls/page-reader.ts';
import { usePort } from '../../calls/port-context.ts';
import { useLedgerSeq } from '../../calls/use-ledger-seq.ts';
import { useTimeOver } from '../../calls/use-time-over.ts';

const PAGE = 100;
/** The most rows that the contract allows at once. */
const MOST = 200;

type Page = Output<'manager/payments'>;

/** The figures of the whole filter, not of the page. */
export type Sums = Pick<Page, 'totals' | 'byStatus' | 'complete'>;

interface Payments {
  /** What the rows and the figures answer. */
  readonly question: string;
  readonly rows: readonly PaymentRow[];
  readonly sums: Sums | null;
  /** Rows and figures answer an earlier question. The answer to the present one is on its way or has failed. */
  readonly isStale: boolean;
  /** The last reading failed. */
  readonly failed: boolean;
  readonly again: () => void;
  /** Undefined if there are no more rows. */
  readonly more: (() => void) | undefined;
}

const NOTHING: Listed<PaymentRow, Page> = { rows: [], last: null, failed: false };

/**
 * The payments that a filter finds, page after page, and as many again from the first when something changes at the till. The
 * first reading goes as far down as `until`, the id of a charge.
 */
export function usePayments(filter: PaymentFilter, until: string | null): Payments {
  const port = usePort();
  const isTimeOver = useTimeOver();
  const seq = useLedgerSeq();
  const question = JSON.stringify(filter);
  const [shown, show] = useState({ question: '', ...NOTHING });
  const [failedAt, setFailedAt] = useState<string | null>(null);
  const reader = useMemo(
    () =>
      createPageReader<PaymentRow, string, Page>({
        size: PAGE,
        most: MOST,
        async ask(cursor, limit) {
          const input = { filter: JSON.parse(question) as PaymentFilter, cursor, limit };
          const reply = await port.invoke('manager/payments', input);
          return isTimeOver(reply) || !reply.ok ? null : reply.value;
        },
        // Newest first, as ids are.
        hasReached: (rows) => until === null || (rows.at(-1)?.id ?? '') <= until,
        show(listed) {
          setFailedAt(listed.failed ? question : null);
          if (!listed.failed) show({ question, ...listed });
        },
      }),
    [port, isTimeOver, question, until],
  );
  useEffect(() => {
    reader.again();
    return () => reader.stop();
  }, [reader, seq]);
  const isStale = shown.question !== question;
  const next = shown.last?.nextCursor ?? null;
  return {
    question: shown.question,
    rows: shown.rows,
    sums: shown.last,
    isStale,
    failed: failedAt === question,
    again: reader.again,
    more: isStale || next === null ? undefined : reader.more,
  };
}
