import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../till-context.ts';
import styles from './people-summary.module.css';

/** Who is known at this till. */
export function PeopleSummary(): ReactNode {
  const { t } = useTranslation();
  const { operators } = useView();
  if (operators.length === 0) return null;
  return (
    <ul className={styles.people} aria-label={t('persons.list')}>
      {operators.map(({ id, name, role }) => (
        <li key={id}>
          <strong>{name}</strong>
          <span>{t(`role.${role}`)}</span>
        </li>
      ))}
    </ul>
  );
}
