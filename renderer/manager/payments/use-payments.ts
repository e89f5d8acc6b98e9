import { useEffect, useReducer } from 'react';
import type { PaymentFilter, PaymentRow } from '../../../shared/contract/manager.ts';
import { useCashier, useTill } from '../../cashier/till-context.ts';

const PAGE = 100;

interface Pages {
  readonly question: string;
  readonly rows: readonly PaymentRow[];
  readonly nextCursor: string | null;
  readonly isLoading: boolean;
}

type Step =
  | { readonly type: 'asked' }
  | { readonly type: 'failed' }
  | {
      readonly type: 'came';
      readonly question: string;
      readonly after: string | null;
      readonly rows: readonly PaymentRow[];
      readonly nextCursor: string | null;
    };

function reduce(pages: Pages, step: Step): Pages {
  if (step.type === 'asked') return { ...pages, isLoading: true };
  if (step.type === 'failed') return { ...pages, isLoading: false };
  const { question, rows, nextCursor } = step;
  if (step.after === null) return { question, rows, nextCursor, isLoading: false };
  // A page of another question, or one that came twice, adds nothing.
  if (pages.question !== question || pages.nextCursor !== step.after) return { ...pages, isLoading: false };
  return { question, rows: [...pages.rows, ...rows], nextCursor, isLoading: false };
}

/** The payments that a filter finds, page after page, and again from the first when something changes at the till. */
export function usePayments(filter: PaymentFilter): Pages & { readonly more: () => void } {
  const { bridge, ui } = useCashier();
  const today = useTill((state) => state.view?.today.rows);
  const [pages, step] = useReducer(reduce, { question: '', rows: [], nextCursor: null, isLoading: true });
  const question = JSON.stringify(filter);

  const ask = async (asked: string, cursor: string | null): Promise<void> => {
    step({ type: 'asked' });
    const input = { filter: JSON.parse(asked) as PaymentFilter, cursor, limit: PAGE };
    const reply = await bridge.invoke('manager/payments', input);
    if (reply.ok) step({ type: 'came', question: asked, after: cursor, ...reply.value });
    else {
      step({ type: 'failed' });
      if (reply.error.code === 'manager-needed') ui.setState({ manager: null });
    }
  };

  useEffect(() => {
    let isWanted = true;
    const input = { filter: JSON.parse(question) as PaymentFilter, cursor: null, limit: PAGE };
    void bridge.invoke('manager/payments', input).then((reply) => {
      if (!isWanted) return;
      if (reply.ok) step({ type: 'came', question, after: null, ...reply.value });
      else {
        step({ type: 'failed' });
        if (reply.error.code === 'manager-needed') ui.setState({ manager: null });
      }
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, ui, question, today]);

  return {
    ...pages,
    more() {
      if (!pages.isLoading && pages.nextCursor !== null) void ask(pages.question, pages.nextCursor);
    },
  };
}
