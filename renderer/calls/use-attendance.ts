import { useEffect, useEffectEvent } from 'react';
import { MANAGER_IDLE_MS } from '../../shared/domain/manager/idle.ts';
import { usePort } from './port-context.ts';
import { useTimeOver } from './use-time-over.ts';

/** The shortest time between two reports that a person is there, ms. */
const TELL_EVERY = 20_000;

/**
 * Reports to the core that a person is at the manager's screens. Keys and touches count. Automatic reads do not. After `MANAGER_IDLE_MS`
 * without them the screens close, so that the next person does not see the figures.
 */
export function useAttendance(leave: () => void): void {
  const port = usePort();
  const isTimeOver = useTimeOver();
  const onIdle = useEffectEvent(leave);
  useEffect(() => {
    let toldAt = -TELL_EVERY;
    let timer = setTimeout(onIdle, MANAGER_IDLE_MS);
    const onHand = ({ timeStamp }: Event): void => {
      clearTimeout(timer);
      timer = setTimeout(onIdle, MANAGER_IDLE_MS);
      if (timeStamp - toldAt < TELL_EVERY) return;
      toldAt = timeStamp;
      void port.invoke('manager/stay', {}).then(isTimeOver);
    };
    const kinds = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, onHand, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const kind of kinds) window.removeEventListener(kind, onHand, { capture: true });
    };
  }, [port, isTimeOver]);
}
