import { useEffect, useMemo, useState } from 'react';
import type { BridgeMethod, BridgeReply } from '../../shared/rpc/bridge.ts';
import { usePort } from './port-context.ts';
import { createPageReader, type Listed, type Page } from './page-reader.ts';
import { useLedgerSeq } from './use-ledger-seq.ts';
import { useTimeOver } from './use-time-over.ts';

type ListMethod = Extract<BridgeMethod, 'closing/list' | 'diary/list'>;
type Item<M extends ListMethod> =
  Extract<BridgeReply<M>, { ok: true }> extends { value: { items: (infer I)[] } } ? I : never;

const PAGE = 50;
/** The most that both lists give at once. */
const MOST = 100;

/** A list that is read page by page, the newest first, and again after each change at the till. */
export function usePages<M extends ListMethod>(
  method: M,
): {
  readonly items: readonly Item<M>[];
  readonly isRead: boolean;
  /** True if the last read failed. The rows are those of the read before. */
  readonly failed: boolean;
  readonly again: () => void;
  readonly more: (() => void) | null;
} {
  const port = usePort();
  const isTimeOver = useTimeOver();
  const seq = useLedgerSeq();
  const [{ rows, last, failed }, show] = useState<Listed<Item<M>, Page<Item<M>, number>>>({
    rows: [],
    last: null,
    failed: false,
  });
  const reader = useMemo(
    () =>
      createPageReader<Item<M>, number, Page<Item<M>, number>>({
        size: PAGE,
        most: MOST,
        async ask(cursor, limit) {
          const reply = await port.invoke<ListMethod>(method, { cursor, limit });
          if (isTimeOver(reply) || !reply.ok) return null;
          const { items, nextCursor } = reply.value;
          return { rows: items as unknown as readonly Item<M>[], nextCursor };
        },
        show,
      }),
    [port, isTimeOver, method],
  );
  useEffect(() => {
    reader.again();
    return () => reader.stop();
  }, [reader, seq]);
  const { again, more } = reader;
  const isEnd = last === null || last.nextCursor === null;
  return { items: rows, isRead: last !== null, failed, again, more: isEnd ? null : more };
}
