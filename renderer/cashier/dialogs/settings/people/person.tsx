import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillView } from '../../../../../shared/contract/views.ts';
import { Button } from '../../../../components/button.tsx';
import { ChangePin } from '../../../setup/change-pin.tsx';
import { useActions, useView } from '../../../till-context.ts';
import dialog from '../../dialog.module.css';
import { PersonAct, type PersonActKind } from './person-act.tsx';

/** What is open of a person: nothing, the new PIN, or an act that a manager signs. */
type Open = null | 'pin' | PersonActKind;

/** What can be done about one person. Escape goes back, one step at a time. */
export function Person({
  person,
  onBack,
}: {
  readonly person: TillView['operators'][number];
  readonly onBack: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const isLocked = useView().lockedPins.includes(person.id);
  const [open, setOpen] = useState<Open>(null);
  const [done, setDone] = useState(false);
  const part = useRef<HTMLDivElement>(null);
  // The home of the settings is their tab. What opens below it takes the focus.
  useEffect(() => {
    part.current?.querySelector<HTMLElement>('input:checked, input, button')?.focus();
  }, [open]);
  const go = (next: Open, isDone = false): void => {
    actions.clearError();
    setDone(isDone);
    setOpen(next);
  };
  const manager = person.role === 'manager';
  return (
    <div ref={part} className={dialog.list} data-person-open={person.id}>
      <h2>
        {person.name} · {t(`role.${person.role}`)}
      </h2>
      {done ? (
        <p role="status" data-done="">
          {t('people.done')}
        </p>
      ) : null}
      {open === null ? (
        <>
          {isLocked ? <p role="note">{t('people.lockedDetail', { name: person.name })}</p> : null}
          <Button hotkey="F2" onPress={() => go('pin')}>
            {t('people.changePin')}
          </Button>
          <Button hotkey="F3" onPress={() => go('rename')}>
            {t('people.rename')}
          </Button>
          <Button hotkey="F4" onPress={() => go(manager ? 'make-operator' : 'make-manager')}>
            {t(manager ? 'people.make-operator' : 'people.make-manager')}
          </Button>
          {isLocked ? (
            <Button hotkey="F6" onPress={() => go('unlock')}>
              {t('people.unlock')}
            </Button>
          ) : null}
          <Button kind="danger" hotkey="Delete" onPress={() => go('deactivate')}>
            {t('people.deactivate')}
          </Button>
        </>
      ) : null}
      {open === 'pin' ? (
        <ChangePin
          person={person}
          proofs={manager ? ['own', 'manager', 'keys'] : ['own', 'manager']}
          onDone={() => go(null, true)}
        />
      ) : null}
      {open !== null && open !== 'pin' ? (
        <PersonAct
          key={open}
          person={person}
          act={open}
          onDone={() => (open === 'deactivate' ? onBack() : go(null, true))}
        />
      ) : null}
      <Button kind="quiet" hotkey="Escape" onPress={() => (open === null ? onBack() : go(null))}>
        {t('act.back')}
      </Button>
    </div>
  );
}
