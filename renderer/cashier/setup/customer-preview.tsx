import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerPage } from '../../components/customer-page/customer-page.tsx';
import styles from './customer-preview.module.css';

/** Shows the customer's screen with the name that is being typed. */
export function CustomerPreview({
  shopName,
  zone,
}: {
  readonly shopName: string;
  readonly zone: string;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <figure className={styles.preview}>
      <div className={styles.screen} aria-hidden="true" inert>
        <CustomerPage
          shows="idle"
          view={{ shopName, zone, training: false, screen: { kind: 'idle' } }}
          remainingMs={0}
          onRefused={() => undefined}
        />
      </div>
      <figcaption>{t('shop.preview')}</figcaption>
    </figure>
  );
}
