import type { ReactNode } from 'react';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import type { Digit } from '../../../../shared/domain/money/digit-entry.ts';
import { useKeys } from '../../../components/keys/use-keys.ts';
import { useActions, useCashier, useView } from '../../till-context.ts';

const DIGITS: readonly Digit[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The next amount may be typed at once: the first digit takes the news away and counts. */
export function TypeOn(): ReactNode {
  const { entry } = useCashier();
  const actions = useActions();
  const limit = centavos(useView().maxAmount);
  useKeys(
    Object.fromEntries(
      DIGITS.map((digit) => [
        String(digit),
        () => {
          actions.readEnd();
          entry.dispatch({ type: 'digit', digit }, limit);
        },
      ]),
    ),
  );
  return null;
}
