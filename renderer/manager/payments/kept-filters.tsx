import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedFilter } from '../../../shared/contract/reports.ts';
import type { Acts } from '../../calls/use-act.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { go } from '../address.ts';
import { Select } from './select.tsx';
import { filterOf, queryOf, writeQuery, type Query } from './query.ts';

/** The filters that were kept under a name. One is chosen or deleted, and the present filter can be kept. */
export function KeptFilters({
  saved,
  asked,
  acts: { act, busy },
}: {
  readonly saved: readonly SavedFilter[];
  readonly asked: Query;
  /** Their failures are shown above the list. */
  readonly acts: Acts;
}): ReactNode {
  const { t } = useTranslation();
  const field = useRef<HTMLDivElement>(null);
  const [name, setName] = useState('');
  const now = queryOf(filterOf(asked));
  const chosen = saved.find(({ filter }) => queryOf(filter) === now)?.name ?? '';
  const isNothing = writeQuery(asked) === '';

  const save = async (): Promise<void> => {
    if (name.trim() === '') {
      field.current?.querySelector('input')?.focus();
      return;
    }
    const reply = await act('manager/save-filter', { name, filter: filterOf(asked) });
    if (reply?.ok === true) setName('');
  };
  const choose = (wanted: string): void => {
    const found = saved.find((each) => each.name === wanted);
    go({ section: 'payments', query: found === undefined ? '' : queryOf(found.filter) });
  };
  return (
    <>
      {saved.length === 0 ? null : (
        <Select
          label={t('payments.saved')}
          value={chosen}
          options={[
            { value: '', label: t('term.none') },
            ...saved.map((each) => ({ value: each.name, label: each.name })),
          ]}
          onChange={choose}
        />
      )}
      {chosen === '' ? null : (
        <Button
          hotkey="Ctrl+D"
          disabled={busy}
          onPress={() => void act('manager/delete-filter', { name: chosen })}
        >
          {t('payments.delete')}
        </Button>
      )}
      <div
        ref={field}
        role="presentation"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || name.trim() === '') return;
          event.stopPropagation();
          if (!isNothing) void save();
        }}
      >
        <TextField label={t('payments.saveName')} value={name} maxLength={40} onChange={setName} />
      </div>
      <Button hotkey="Ctrl+S" disabled={busy || isNothing} onPress={() => void save()}>
        {t('payments.save')}
      </Button>
    </>
  );
}
