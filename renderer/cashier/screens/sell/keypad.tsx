import type { ReactNode } from 'react';
import { NumberPad } from '../../../components/number-pad.tsx';
import { useActions } from '../../till-context.ts';

/** The number pad of the amount. */
export function Keypad(): ReactNode {
  const actions = useActions();
  return (
    <NumberPad
      onDigit={(digit) => actions.enter({ type: 'digit', digit })}
      onClear={() => actions.enter({ type: 'clear' })}
      onBackspace={() => actions.backspace()}
    />
  );
}
