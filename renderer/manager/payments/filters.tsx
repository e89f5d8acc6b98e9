import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PANEL_STATUSES, type PanelStatus } from '../../../shared/domain/charge/panel-status.ts';
import { parseReais } from '../../../shared/domain/money/parse-reais.ts';
import { formatReais } from '../../../shared/domain/money/format.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { useActions } from '../../cashier/till-context.ts';
import { Button } from '../../components/button.tsx';
import { focusHome } from '../../components/focus-home.ts';
import { TextField } from '../../components/text-field.tsx';
import { go } from '../address.ts';
import { useAnswer } from '../use-answer.ts';
import { PlaceFilters } from './place-filters.tsx';
import { Select } from './select.tsx';
import { filterOf, PERIODS, queryOf, type Query } from './query.ts';
import type { Sums } from './use-payments.ts';
import type { SavedFilter } from '../../../shared/contract/reports.ts';
import styles from './payments.module.css';

/** How long after the last key the text is looked for, ms. */
const TYPED = 250;

/** Everything that narrows the list. Each change is a new address, so that it can be gone back to and kept. */
export function Filters(props: {
  readonly asked: Query;
  readonly query: string;
  readonly sums: Sums | null;
  readonly onChange: (part: Partial<Query>) => void;
  readonly onClear: () => void;
  readonly onReport: () => void;
}): ReactNode {
  const { asked, query, sums, onChange, onClear, onReport } = props;
  const { t } = useTranslation();
  const actions = useActions();
  const form = useRef<HTMLFormElement>(null);
  const { value: choices } = useAnswer('manager/filters', {});
  const [name, setName] = useState('');
  const save = async (): Promise<void> => {
    const reply = await actions.act('manager/save-filter', { name, filter: filterOf(asked) });
    if (reply?.ok === true) setName('');
  };
  const counted = (word: PanelStatus): string => {
    const count = sums?.byStatus.find(({ panel }) => panel === word)?.count;
    return count === undefined ? '' : t('manager.number', { number: count });
  };
  return (
    <form
      ref={form}
      className={styles.filters}
      aria-label={t('payments.filters')}
      onSubmit={(event) => event.preventDefault()}
    >
      <SearchText text={asked.text} onText={(text) => onChange({ text })} />
      <Select
        label={t('payments.period')}
        value={asked.period}
        options={PERIODS.map((value) => ({ value, label: t(`payments.${value}`) }))}
        onChange={(period) => onChange({ period, from: '', to: '' })}
      />
      <DateTime label={t('payments.from')} value={asked.from} onChange={(from) => onChange({ from })} />
      <DateTime label={t('payments.to')} value={asked.to} onChange={(to) => onChange({ to })} />
      <fieldset className={styles.words}>
        <legend>{t('payments.status')}</legend>
        {PANEL_STATUSES.map((word) => (
          <label key={word}>
            <input
              type="checkbox"
              checked={asked.words.includes(word)}
              onChange={(event) =>
                onChange({
                  words: event.target.checked
                    ? [...asked.words, word]
                    : asked.words.filter((each) => each !== word),
                })
              }
            />
            <span>{t(`word.${word}`)}</span>
            <span className={styles.count}>{counted(word)}</span>
          </label>
        ))}
      </fieldset>
      <div className={styles.pair}>
        <Sum label={`${t('payments.value')} ≥`} value={asked.min} onSum={(min) => onChange({ min })} />
        <Sum label={`${t('payments.value')} ≤`} value={asked.max} onSum={(max) => onChange({ max })} />
      </div>
      <div className={styles.pair}>
        <Select
          label={t('payments.wallet')}
          value={asked.wallet}
          options={[
            { value: '', label: t('payments.anyWallet') },
            ...(choices?.choices.wallets ?? []).map(({ id, name: label }) => ({ value: id, label })),
          ]}
          onChange={(wallet) => onChange({ wallet })}
        />
        <Select
          label={t('payments.operator')}
          value={asked.operator}
          options={[
            { value: '', label: t('payments.anybody') },
            ...(choices?.choices.operators ?? []).map(({ id, name: label }) => ({ value: id, label })),
          ]}
          onChange={(operator) => onChange({ operator })}
        />
      </div>
      <PlaceFilters choices={choices?.choices ?? null} asked={asked} onChange={onChange} />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={asked.late}
          onChange={(event) => onChange({ late: event.target.checked })}
        />
        {t('payments.late')}
      </label>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={asked.unproven}
          onChange={(event) => onChange({ unproven: event.target.checked })}
        />
        {t('payments.forced')}
      </label>
      <Button hotkey="F7" kind="quiet" onPress={() => form.current?.querySelector('input')?.focus()}>
        {t('payments.search')}
      </Button>
      <Button hotkey="F8" onPress={onReport}>
        {t('report.title')}
      </Button>
      <Button hotkey="Delete" onPress={onClear}>
        {t('payments.clear')}
      </Button>
      {choices !== null && choices.saved.length > 0 ? (
        <Select
          label={t('payments.saved')}
          value={choices.saved.find((saved) => queryOf(saved.filter) === query)?.name ?? ''}
          options={[
            { value: '', label: t('payment.none') },
            ...choices.saved.map((saved) => ({ value: saved.name, label: saved.name })),
          ]}
          onChange={(chosen) =>
            go({
              section: 'payments',
              query: savedQuery(choices.saved, chosen),
            })
          }
        />
      ) : null}
      <TextField label={t('payments.saveName')} value={name} maxLength={40} onChange={setName} />
      <Button hotkey="Ctrl+S" disabled={name.trim() === '' || query === ''} onPress={() => void save()}>
        {t('payments.save')}
      </Button>
    </form>
  );
}

/** Looks when the typing pauses, or at once with Enter, which goes on to the list. */
function SearchText({
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
    // Cleared, or a saved filter: the field follows. What is still being typed stays, and the field keeps the keys.
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
        if (event.key !== 'Enter') return;
        event.stopPropagation();
        if (typed !== text) onText(typed);
        focusHome();
      }}
      role="presentation"
    >
      <TextField
        label={t('payments.search')}
        hint={t('payments.searchHint')}
        maxLength={80}
        value={typed}
        onChange={setTyped}
      />
    </div>
  );
}

/** An amount in reais; what is no amount filters nothing and says so. */
function Sum(props: {
  readonly label: string;
  readonly value: number | null;
  readonly onSum: (value: number | null) => void;
}): ReactNode {
  const { label, value, onSum } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value === null ? '' : formatReais(centavos(value)));
  const parsed = parseReais(typed);
  const isBad = typed.trim() !== '' && !parsed.ok;
  return (
    <TextField
      label={label}
      {...(isBad ? { hint: t('payments.badAmount') } : {})}
      maxLength={16}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        const sum = parseReais(text);
        onSum(sum.ok ? sum.value : null);
      }}
    />
  );
}

function DateTime(props: {
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

function savedQuery(saved: readonly SavedFilter[], name: string): string {
  const found = saved.find((each) => each.name === name);
  return found === undefined ? '' : queryOf(found.filter);
}
