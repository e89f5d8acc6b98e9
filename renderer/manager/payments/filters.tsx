import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PANEL_STATUSES, type PanelStatus } from '../../../shared/domain/charge/panel-status.ts';
import { useCan } from '../../calls/port-context.ts';
import type { Acts } from '../../calls/use-act.ts';
import { useAnswer } from '../../calls/use-answer.ts';
import { Button } from '../../components/button.tsx';
import { focusHome } from '../../components/focus-home.ts';
import { DateTime, SearchText, Sum } from './filter-fields.tsx';
import { PlaceFilters } from './place-filters.tsx';
import { KeptFilters } from './kept-filters.tsx';
import { Select } from './select.tsx';
import { PERIODS, ruling, type Query } from './query.ts';
import type { Sums } from './use-payments.ts';
import styles from './payments.module.css';

/** Everything that narrows the list. Each change is a new address, so that it can be gone back to and kept. */
export function Filters(props: {
  readonly asked: Query;
  readonly sums: Sums | null;
  readonly onChange: (part: Partial<Query>) => void;
  readonly onClear: () => void;
  readonly onReport: () => void;
  /** What is done about kept filters. */
  readonly acts: Acts;
}): ReactNode {
  const { asked, sums, onChange, onClear, onReport, acts } = props;
  const { t } = useTranslation();
  const canSaveFile = useCan('save-dialog');
  const form = useRef<HTMLFormElement>(null);
  const { value: choices } = useAnswer('manager/filters', {});
  const period = ruling(asked);
  const counted = (word: PanelStatus): string => {
    const count = sums?.byStatus.find(({ panel }) => panel === word)?.count;
    if (count === undefined) return '';
    return t(sums?.complete === false ? 'payments.orMore' : 'term.number', { number: count });
  };
  return (
    <form
      ref={form}
      className={styles.filters}
      aria-label={t('payments.filters')}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={goOnWithEnter}
    >
      <SearchText text={asked.text} onText={(text) => onChange({ text })} />
      <Select
        label={t('period.label')}
        value={period}
        options={[...PERIODS, ...(period === 'range' ? ['range' as const] : [])].map((value) => ({
          value,
          label: t(`period.${value}`),
        }))}
        onChange={(chosen) => {
          if (chosen !== 'range') onChange({ period: chosen, from: '', to: '' });
        }}
      />
      <DateTime label={t('term.from')} value={asked.from} onChange={(from) => onChange({ from })} />
      <DateTime label={t('term.to')} value={asked.to} onChange={(to) => onChange({ to })} />
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
            <span>{t(`panel.${word}`)}</span>
            <span className={styles.count}>{counted(word)}</span>
          </label>
        ))}
      </fieldset>
      <div className={styles.pair}>
        <Sum label={`${t('term.amount')} ≥`} value={asked.min} onSum={(min) => onChange({ min })} />
        <Sum label={`${t('term.amount')} ≤`} value={asked.max} onSum={(max) => onChange({ max })} />
      </div>
      <div className={styles.pair}>
        <Select
          label={t('term.wallet')}
          value={asked.wallet}
          options={[
            { value: '', label: t('payments.allFeminine') },
            ...(choices?.choices.wallets ?? []).map(({ id, name: label }) => ({ value: id, label })),
          ]}
          onChange={(wallet) => onChange({ wallet })}
        />
        <Select
          label={t('role.operator')}
          value={asked.operator}
          options={[
            { value: '', label: t('payments.allMasculine') },
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
        {t('act.search')}
      </Button>
      {canSaveFile ? (
        <Button hotkey="F8" onPress={onReport}>
          {t('report.open')}
        </Button>
      ) : null}
      <Button hotkey="Delete" onPress={onClear}>
        {t('payments.clear')}
      </Button>
      <KeptFilters saved={choices?.saved ?? []} asked={asked} acts={acts} />
    </form>
  );
}

/** Enter in a field moves the focus to the list. It opens no row, since the list has just changed. */
function goOnWithEnter(event: KeyboardEvent): void {
  const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (event.key !== 'Enter' || !isField) return;
  event.stopPropagation();
  focusHome();
}
