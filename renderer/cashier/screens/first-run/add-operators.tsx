import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { PeopleSummary } from '../../setup/people-summary.tsx';
import { PersonForm } from '../../setup/person-form.tsx';
import { useView } from '../../till-context.ts';

/** As many as work here; one is enough to begin. */
export function AddOperators({ onFinish }: { readonly onFinish: () => void }): ReactNode {
  const { t } = useTranslation();
  const { operators } = useView();
  const [added, setAdded] = useState(0);
  return (
    <>
      <PeopleSummary />
      <PersonForm key={added} role="operator" needsManagerPin onAdded={() => setAdded(added + 1)} />
      {operators.length > 0 ? (
        <Button hotkey="Escape" onPress={onFinish}>
          {t('act.done')}
        </Button>
      ) : null}
    </>
  );
}
