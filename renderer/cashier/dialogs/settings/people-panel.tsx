import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillView } from '../../../../shared/contract/views.ts';
import { ChoiceGroup } from '../../../components/choice-group.tsx';
import { PeopleSummary } from '../../setup/people-summary.tsx';
import { PersonForm } from '../../setup/person-form.tsx';

type Role = TillView['operators'][number]['role'];

/** Shows the people of the till and adds one. */
export function PeoplePanel(): ReactNode {
  const { t } = useTranslation();
  const [role, setRole] = useState<Role>('operator');
  const [added, setAdded] = useState(0);
  return (
    <>
      <PeopleSummary />
      <ChoiceGroup
        label={t('persons.role')}
        value={role}
        onChange={setRole}
        choices={[
          { value: 'operator', label: t('role.operator') },
          { value: 'manager', label: t('role.manager') },
        ]}
      />
      <PersonForm
        key={`${role} ${added}`}
        role={role}
        needsManagerPin
        isFirst={false}
        onAdded={() => setAdded(added + 1)}
      />
    </>
  );
}
