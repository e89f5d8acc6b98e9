import { useEffect, useState } from 'react';
import type { BridgeInput, BridgeReply, CashierMethod } from '../../shared/rpc/bridge.ts';
import { useLedgerSeq } from './use-ledger-seq.ts';
import { usePort } from './port-context.ts';
import { useTimeOver } from './use-time-over.ts';

type Value<M extends CashierMethod> =
  Extract<BridgeReply<M>, { ok: true }> extends { value: infer V } ? V : never;

/**
 * What the core answers to a question, read again after each change at the till. The last answer stays until the next is
 * there. When the manager's time is over the screens close.
 */
export function useAnswer<M extends CashierMethod>(
  method: M,
  input: BridgeInput<M>,
): { readonly value: Value<M> | null; readonly failed: boolean } {
  const port = usePort();
  const isTimeOver = useTimeOver();
  const seq = useLedgerSeq();
  const [answer, setAnswer] = useState<{ value: Value<M> | null; failed: boolean }>({
    value: null,
    failed: false,
  });
  const question = JSON.stringify(input);
  useEffect(() => {
    let isWanted = true;
    void port.invoke(method, JSON.parse(question) as BridgeInput<M>).then((reply) => {
      if (!isWanted) return;
      if (reply.ok) setAnswer({ value: reply.value as Value<M>, failed: false });
      else if (!isTimeOver(reply)) setAnswer((before) => ({ ...before, failed: true }));
    });
    return () => {
      isWanted = false;
    };
  }, [port, isTimeOver, method, question, seq]);
  return answer;
}
