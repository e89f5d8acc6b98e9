import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { Select } from './select.tsx';
import type { Query } from './query.ts';
import styles from './payments.module.css';

/** Which store and which till: each is asked only where there is more than one, or where the address names one. */
export function PlaceFilters({
  choices,
  asked,
  onChange,
}: {
  readonly choices: Output<'manager/filters'>['choices'] | null;
  readonly asked: Query;
  readonly onChange: (part: Partial<Query>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const stores = namesOf(choices?.stores ?? [], asked.store);
  const tills = namesOf(choices?.tills ?? [], asked.till);
  if (stores.length + tills.length === 0) return null;
  const options = (names: readonly string[], all: string) => [
    { value: '', label: all },
    ...names.map((name) => ({ value: name, label: name })),
  ];
  return (
    <div className={styles.pair}>
      {stores.length === 0 ? null : (
        <Select
          label={t('term.store')}
          value={asked.store}
          options={options(stores, t('payments.allFeminine'))}
          onChange={(store) => onChange({ store })}
        />
      )}
      {tills.length === 0 ? null : (
        <Select
          label={t('term.till')}
          value={asked.till}
          options={options(tills, t('payments.allMasculine'))}
          onChange={(till) => onChange({ till })}
        />
      )}
    </div>
  );
}

/** The names to choose from; none where there is nothing to choose. */
function namesOf(names: readonly string[], chosen: string): readonly string[] {
  if (chosen === '') return names.length > 1 ? names : [];
  return names.includes(chosen) ? names : [...names, chosen];
}
