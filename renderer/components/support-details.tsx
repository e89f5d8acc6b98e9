import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './support-details.module.css';

/** Texts of the system, folded up. They are for support, in the language of the system. Draws nothing without a text. */
export function SupportDetails({ texts }: { readonly texts: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  if (texts.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary>{t('common.supportDetails')}</summary>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
