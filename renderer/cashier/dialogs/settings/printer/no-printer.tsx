import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './no-printer.module.css';

/** Says that no printer was found and what to check. */
export function NoPrinter(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.empty} role="status" data-empty="">
      <svg viewBox="0 0 120 72" aria-hidden="true">
        {/* The printer with its paper, the cable, and a plug that is out of its socket. */}
        <path d="M22 26V8h28v18M28 14h16M28 20h10" />
        <rect x="10" y="26" width="52" height="28" rx="5" />
        <path d="M20 40h32M20 54v6h32v-6" />
        <path d="M62 44h10c6 0 4 12 10 12h6" />
        <rect x="88" y="50" width="10" height="12" rx="2" />
        <path d="M98 53.5h4M98 58.5h4" />
        <rect x="108" y="46" width="8" height="20" rx="2" />
      </svg>
      <div>
        <h2>{t('printerSetup.none')}</h2>
        <p>{t('printerSetup.noneNext')}</p>
      </div>
    </div>
  );
}
