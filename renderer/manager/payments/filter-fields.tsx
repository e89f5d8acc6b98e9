import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SEARCH_TEXT_LIMIT } from '../../../shared/domain/manager/search-text.ts';
import { centavos, MAX_CENTAVOS } from '../../../shared/domain/money/centavos.ts';
import { enterAmount, filledEntry } from '../../../shared/domain/money/digit-entry.ts';
import { MoneyField } from '../../components/money/money-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import styles from './payments.module.css';

/** The wait after the last key before the search, ms. */
const TYPED = 250;

/** The field of the search text. Searches when the typing pauses, or at once with Enter, which moves the focus to the list. */
export function SearchText({
  text,
  onText,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  const [before, setBefore] = useState(text);
  if (text !== before) {
    setBefore(text);
    // The filter was cleared or a saved one was chosen. A text that is still being typed is kept.
    if (typed === before || text === '') setTyped(text);
  }
  useEffect(() => {
    if (typed === text) return undefined;
    const timer = setTimeout(() => onText(typed), TYPED);
    return () => clearTimeout(timer);
  }, [typed, text, onText]);
  return (
    <div
      onKeyDown={(event) => {
        if (event.key === 'Enter' && typed !== text) onText(typed);
      }}
      role="presentation"
    >
      <TextField
        label={t('act.search')}
        hint={t('payments.searchHint')}
        maxLength={SEARCH_TEXT_LIMIT}
        value={typed}
        onChange={setTyped}
      />
    </div>
  );
}

/** A limit of the amounts that are listed. Null without one. */
export function Sum(props: {
  readonly label: string;
  readonly value: number | null;
  readonly onSum: (value: number | null) => void;
}): ReactNode {
  const { label, value, onSum } = props;
  const given = centavos(value ?? 0);
  const [entry, setEntry] = useState(filledEntry(given));
  const [before, setBefore] = useState(given);
  if (given !== before) {
    setBefore(given);
    // The filter was cleared or a saved one was chosen. What is being typed is kept.
    if (entry.amount !== given) setEntry(filledEntry(given));
  }
  return (
    <MoneyField
      label={label}
      entry={entry}
      onAct={(action) => {
        const next = enterAmount(entry, action, MAX_CENTAVOS);
        setEntry(next);
        if (next.amount !== entry.amount) onSum(next.amount === 0 ? null : next.amount);
      }}
      optional
    />
  );
}

/** The field of a day and a time. */
export function DateTime(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  return (
    <label className={styles.field}>
      {props.label}
      <input
        type="datetime-local"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value.slice(0, 16))}
      />
    </label>
  );
}
