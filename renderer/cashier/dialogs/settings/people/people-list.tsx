import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/button.tsx';
import { useListArrows } from '../../../../components/keys/use-list-arrows.ts';
import { useView } from '../../../till-context.ts';
import styles from './people-list.module.css';

/** The people of the till. Arrows move, Enter opens a person. */
export function PeopleList({
  startId,
  onOpen,
  onAdd,
}: {
  /** The person from whom the focus comes back. Null at first, when the focus is on the tab. */
  readonly startId: string | null;
  readonly onOpen: (id: string) => void;
  readonly onAdd: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { operators, lockedPins } = useView();
  const list = useRef<HTMLOListElement>(null);
  const place = operators.findIndex(({ id }) => id === startId);
  const { at, setAt, onKeyDown } = useListArrows(operators.length, Math.max(0, place));
  // Only when the list opens: later the person moves the focus.
  const start = useRef(startId === null ? null : at);
  useEffect(() => {
    if (start.current !== null) list.current?.querySelectorAll('button')[start.current]?.focus();
    start.current = null;
  }, []);
  return (
    <>
      <ol ref={list} className={styles.people} aria-label={t('persons.list')} onKeyDown={onKeyDown}>
        {operators.map(({ id, name, role }, index) => (
          <li key={id}>
            <button
              type="button"
              className={styles.person}
              tabIndex={index === at ? 0 : -1}
              data-person={id}
              onFocus={() => setAt(index)}
              onClick={() => onOpen(id)}
            >
              <span className={styles.name}>{name}</span>
              {lockedPins.includes(id) ? <span className={styles.locked}>{t('people.locked')}</span> : null}
              <span className={styles.role}>{t(`role.${role}`)}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className={styles.hint}>{t('people.hint')}</p>
      <Button hotkey="F2" onPress={onAdd}>
        {t('people.add')}
      </Button>
    </>
  );
}
