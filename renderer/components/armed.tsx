import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';

const ArmedContext = createContext(true);

/** False for a moment after the screen changed without a key press: a key in that moment was meant for the screen before. */
export function useArmed(): boolean {
  return useContext(ArmedContext);
}

/**
 * What is inside answers to keys and clicks only after `delayMs`: nobody reads a screen faster, and a stroke that was
 * meant for the screen before must not decide on this one. With `waitForQuiet` each stroke starts the wait anew, for what
 * comes up while somebody is typing. Give it a `key`, so that it starts again for another screen.
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
