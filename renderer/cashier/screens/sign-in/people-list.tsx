import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../../components/key-cap.tsx';
import { useListArrows } from '../../../components/keys/use-list-arrows.ts';
import { useKeys } from '../../../components/keys/use-keys.ts';
import { useView } from '../../till-context.ts';
import styles from './people-list.module.css';

/** Arrows move, a number or Enter chooses. */
export function PeopleList({ onChoose }: { readonly onChoose: (id: string) => void }): ReactNode {
  const { t } = useTranslation();
  const { operators } = useView();
  const { at, setAt, onKeyDown } = useListArrows(operators.length);
  useKeys(
    Object.fromEntries(operators.slice(0, 9).map(({ id }, index) => [String(index + 1), () => onChoose(id)])),
  );
  return (
    <ol className={styles.people} aria-label={t('term.people')} onKeyDown={onKeyDown}>
      {operators.map(({ id, name, role }, index) => (
        <li key={id}>
          <button
            type="button"
            className={styles.person}
            data-home={index === at ? '' : undefined}
            onFocus={() => setAt(index)}
            onClick={() => onChoose(id)}
          >
            <span className={styles.name}>{name}</span>
            <span className={styles.role}>{t(`role.${role}`)}</span>
            {index < 9 ? <KeyCap name={String(index + 1)} /> : null}
          </button>
        </li>
      ))}
    </ol>
  );
}
