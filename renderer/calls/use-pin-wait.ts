import { useState } from 'react';
import type { CallError } from '../port/error-code.ts';
import type { Countdown } from '../stores/countdown.ts';
import { useRemaining } from '../stores/use-remaining.ts';

/** Seconds until the next PIN is looked at, after failures; 0 when it may be typed now. */
export function usePinWait(error: CallError | null): number {
  const [held, setHeld] = useState<Countdown>({ remainingMs: 0, heardAt: 0 });
  const waitMs = error?.details?.['waitMs'];
  // Clearing a message does not shorten the wait that came with it, so the last one is held.
  if (error !== null && typeof waitMs === 'number' && error.heardAt !== held.heardAt) {
    setHeld({ remainingMs: waitMs, heardAt: error.heardAt });
  }
  return Math.ceil(useRemaining(held) / 1_000);
}
