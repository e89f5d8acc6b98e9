import { useEffect, useEffectEvent } from 'react';
import { MANAGER_IDLE_MS } from '../../shared/domain/manager/idle.ts';
import { usePort } from '../calls/port-context.ts';
import { useTimeOver } from '../calls/use-time-over.ts';

/** The core is told of a hand at most this often, ms. */
const TELL_EVERY = 20_000;

/**
 * Tells the core that somebody is at the screens, by keys and touches and not by what the screens read by themselves. When
 * no hand was seen for `MANAGER_IDLE_MS` they are left, so that figures do not stand there for whoever comes next.
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
