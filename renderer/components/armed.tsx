import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';

const ArmedContext = createContext(true);

/** False for a moment after the screen changed without a key press: a key in that moment was meant for the screen before. */
export function useArmed(): boolean {
  return useContext(ArmedContext);
}

/**
 * Takes keys and clicks for its content only after `delayMs`. No person reads a screen faster, and a key press for the screen
 * before must not act on this one. With `waitForQuiet` each key press starts the wait again, for a screen that appears while a
 * person types. With another `key` it starts again for another screen.
 */
export function Armed({
  delayMs,
  waitForQuiet = false,
  children,
}: {
  readonly delayMs: number;
  readonly waitForQuiet?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const [armed, setArmed] = useState(delayMs === 0);
  useEffect(() => {
    if (armed) return;
    let timer = setTimeout(() => setArmed(true), delayMs);
    const onKey = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setArmed(true), delayMs);
    };
    if (waitForQuiet) window.addEventListener('keydown', onKey, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKey, true);
    };
  }, [armed, delayMs, waitForQuiet]);
  return <ArmedContext value={armed}>{children}</ArmedContext>;
}
