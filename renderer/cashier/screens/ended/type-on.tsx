import type { ReactNode } from 'react';
import { bursts } from '../../../components/keys/burst-watch.ts';
import { useKeys } from '../../../components/keys/use-keys.ts';
import { useActions } from '../../till-context.ts';

const DIGITS = [...'0123456789'];

/** The next amount may be typed at once: the first digit takes the news away and counts. */
export function TypeOn(): ReactNode {
  const actions = useActions();
  useKeys(
    Object.fromEntries(
      DIGITS.map((digit) => [
        digit,
        () => {
          actions.readEnd();
          actions.type(digit, bursts.now());
        },
      ]),
    ),
  );
  return null;
}
