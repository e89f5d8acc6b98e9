import { useEffect, useState } from 'react';
import type { BridgeMethod, BridgeReply } from '../../shared/rpc/bridge.ts';
import { useCashier } from '../cashier/till-context.ts';
import { useTimeOver } from './use-time-over.ts';

type Listed = Extract<BridgeMethod, 'closing/list' | 'diary/list'>;
type Item<M extends Listed> =
  Extract<BridgeReply<M>, { ok: true }> extends { value: { items: (infer I)[] } } ? I : never;

const PAGE = 50;

/** A list that is read page by page, the newest first. */
export function usePages<M extends Listed>(
  method: M,
): { readonly items: readonly Item<M>[]; readonly isRead: boolean; readonly more: (() => void) | null } {
  const { bridge } = useCashier();
  const isTimeOver = useTimeOver();
  const [cursor, setCursor] = useState<number | null>(null);
  const [items, setItems] = useState<readonly Item<M>[]>([]);
  const [next, setNext] = useState<number | null>(null);
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    let isWanted = true;
    const asked = { cursor, limit: PAGE };
    void bridge.invoke<Listed>(method, asked).then((reply) => {
      if (!isWanted) return;
      setRead(true);
      if (!isTimeOver(reply) && reply.ok) {
        const page = reply.value.items as unknown as readonly Item<M>[];
        setItems((before) => (cursor === null ? page : [...before, ...page]));
        setNext(reply.value.nextCursor);
      }
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, isTimeOver, method, cursor]);
  return { items, isRead, more: next === null ? null : () => setCursor(next) };
}
