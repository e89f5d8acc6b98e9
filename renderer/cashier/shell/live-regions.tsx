import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../components/amount.tsx';
import type { Screen } from '../screen-of.ts';
import { useEntry } from '../till-context.ts';
import styles from './live-regions.module.css';

/** An amount that is being typed is spoken once it rests for this long, ms. */
const REST_MS = 900;

/**
 * What a screen reader speaks by itself. Both regions are in the page before their text, since readers often miss the text of a
 * region that comes with it. The answer interrupts; the typed amount waits its turn.
 */
export function LiveRegions({ screen }: { readonly screen: Screen }): ReactNode {
  const { t } = useTranslation();
  const amount = useRested(useEntry((state) => state.amount));
  const answer = 'charge' in screen ? screen.charge : null;
  return (
    <>
      <p className={styles.spoken} role="alert" aria-live="assertive" data-spoken="answer">
        {answer === null
          ? ''
          : `${t(`answer.${answer.answer}`)}. ${money(answer.paidAmount ?? answer.amount)}`}
      </p>
      <p className={styles.spoken} role="status" aria-live="polite" data-spoken="amount">
        {screen.kind === 'sell' && amount > 0 ? money(amount) : ''}
      </p>
    </>
  );
}

/** Returns a value as it was when it last rested. */
function useRested(value: number): number {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
