import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SEARCH_TEXT_LIMIT } from '../../../shared/domain/manager/search-text.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { formatReais } from '../../../shared/domain/money/format.ts';
import { parseReais } from '../../../shared/domain/money/parse-reais.ts';
import { TextField } from '../../components/text-field.tsx';
import type { AskedAmount } from './query.ts';
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

/** An amount in reais. A text that is not an amount filters nothing, and the field says so. */
export function Sum(props: {
  readonly label: string;
  readonly value: AskedAmount;
  readonly onSum: (value: AskedAmount) => void;
}): ReactNode {
  const { label, value, onSum } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState(wordsOf(value));
  const [before, setBefore] = useState(value);
  if (value !== before) {
    setBefore(value);
    // The filter was cleared or a saved one was chosen. A typed text with the same meaning is kept.
    if (amountIn(typed) !== value) setTyped(wordsOf(value));
  }
  return (
    <TextField
      label={label}
      {...(typeof amountIn(typed) === 'string' ? { hint: t('amountProblem.badAmount') } : {})}
      maxLength={24}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        onSum(amountIn(text));
      }}
    />
  );
}

function amountIn(typed: string): AskedAmount {
  const parsed = parseReais(typed);
  if (parsed.ok) return parsed.value;
  return typed.trim() === '' ? null : typed;
}

function wordsOf(value: AskedAmount): string {
  return typeof value === 'number' ? formatReais(centavos(value)) : (value ?? '');
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
