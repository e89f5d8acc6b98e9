import { useCallback } from 'react';
import { useCashier } from '../cashier/till-context.ts';

type Reply = { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } };

/** Tells whether a reply says that the manager's time is over; if it does, the screens close. */
export function useTimeOver(): (reply: Reply) => boolean {
  const { ui } = useCashier();
  return useCallback(
    (reply) => {
      const isOver = !reply.ok && reply.error.code === 'manager-needed';
      if (isOver) ui.setState({ manager: null });
      return isOver;
    },
    [ui],
  );
}
