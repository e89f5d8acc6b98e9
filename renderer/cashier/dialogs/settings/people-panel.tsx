import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillView } from '../../../../shared/contract/views.ts';
import { Button } from '../../../components/button.tsx';
import { ChoiceGroup } from '../../../components/choice-group.tsx';
import { PersonForm } from '../../setup/person-form.tsx';
import { useActions, useView } from '../../till-context.ts';
import { PeopleList } from './people/people-list.tsx';
import { Person } from './people/person.tsx';
import styles from '../dialog.module.css';

type Role = TillView['operators'][number]['role'];

/** What the panel shows: the list, one person by id, or the form of a new one. */
export type PeoplePlace = 'list' | 'add' | { readonly personId: string };

/** Shows the people of the till: who they are, what can be done about each, and a new one. */
export function PeoplePanel({
  place,
  onGo,
}: {
  readonly place: PeoplePlace;
  readonly onGo: (place: PeoplePlace) => void;
}): ReactNode {
  const actions = useActions();
  const { operators } = useView();
  // Where the focus goes when the list opens again.
  const [cameFrom, setCameFrom] = useState<string | null>(null);
  const go = (next: PeoplePlace, from: string | null): void => {
    actions.clearError();
    setCameFrom(from);
    onGo(next);
  };
  const back = (): void => go('list', typeof place === 'object' ? place.personId : '');
  if (place === 'add') return <NewPerson onBack={back} />;
  const person = place === 'list' ? undefined : operators.find(({ id }) => id === place.personId);
  if (person !== undefined) return <Person key={person.id} person={person} onBack={back} />;
  return (
    <PeopleList
      startId={cameFrom}
      onOpen={(personId) => go({ personId }, null)}
      onAdd={() => go('add', null)}
    />
  );
}

function NewPerson({ onBack }: { readonly onBack: () => void }): ReactNode {
  const { t } = useTranslation();
  const [role, setRole] = useState<Role>('operator');
  const part = useRef<HTMLDivElement>(null);
  // The home of the settings is their tab. What opens below it takes the focus.
  useEffect(() => part.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  return (
    <div ref={part} className={styles.list}>
      <ChoiceGroup
        label={t('persons.role')}
        value={role}
        onChange={setRole}
        choices={[
          { value: 'operator', label: t('role.operator') },
          { value: 'manager', label: t('role.manager') },
        ]}
      />
      <PersonForm key={role} role={role} needsManagerPin isFirst={false} onAdded={onBack} />
      <Button kind="quiet" hotkey="Escape" onPress={onBack}>
        {t('act.back')}
      </Button>
    </div>
  );
}
