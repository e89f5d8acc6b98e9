import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import form from '../../setup/form.module.css';
import { PeopleSummary } from '../../setup/people-summary.tsx';
import { PersonForm } from '../../setup/person-form.tsx';
import { useView } from '../../till-context.ts';

/** As many as work here; one is enough to begin. */
export function AddOperators({ onFinish }: { readonly onFinish: () => void }): ReactNode {
  const { t } = useTranslation();
  const { operators } = useView();
  const [added, setAdded] = useState<readonly string[]>([]);
  const last = added.at(-1);
  return (
    <>
      <PeopleSummary />
      <PersonForm
        key={added.length}
        role="operator"
        needsManagerPin
        onAdded={(name) => setAdded([...added, name])}
      />
      {last === undefined ? null : (
        <p className={form.good} role="status">
          {t('persons.added', { name: last })}
        </p>
      )}
      {operators.length > 0 ? (
        <Button hotkey="F2" onPress={onFinish}>
          {t('act.done')}
        </Button>
      ) : null}
    </>
  );
}
