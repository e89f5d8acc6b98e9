import { createContext, useCallback, useContext } from 'react';

type Reply = { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } };

/** What is done when the core answers that the manager's time is over. */
export const TimeOverContext = createContext<() => void>(() => undefined);

/** Tells whether a reply says that the manager's time is over. If it does, the screens close. */
export function useTimeOver(): (reply: Reply) => boolean {
  const onTimeOver = useContext(TimeOverContext);
  return useCallback(
    (reply) => {
      const isOver = !reply.ok && reply.error.code === 'manager-needed';
      if (isOver) onTimeOver();
      return isOver;
    },
    [onTimeOver],
  );
}
