import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerView } from '../../../shared/contract/views.ts';
import { Amount, money } from '../amount.tsx';
import { CountdownRing } from '../countdown-ring.tsx';
import { VerifiedQr } from '../qr/verified-qr.tsx';
import { Steps } from './steps.tsx';
import styles from './pay-by-qr.module.css';

type Qr = Extract<CustomerView['screen'], { kind: 'qr' }>;

/** The QR as large as it fits, how much, to whom, and how long. */
export function PayByQr({
  shopName,
  qr,
  remainingMs,
  onRefused,
}: {
  readonly shopName: string;
  readonly qr: Qr;
  readonly remainingMs: number;
  readonly onRefused: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const receiver = qr.receiver ?? shopName;
  return (
    <div className={styles.pay}>
      <header className={styles.shop}>
        <h1>{shopName}</h1>
        <p>{qr.walletName}</p>
      </header>
      <div className={styles.words}>
        <p className={styles.scan}>{t('customer.scan')}</p>
        <Amount value={qr.amount} />
        <p className={styles.receiver}>
          <span>{t('customer.receiver')}</span>
          <strong>{receiver}</strong>
        </p>
      </div>
      <div className={styles.code}>
        <VerifiedQr
          text={qr.brCode}
          label={t('customer.qrAlt', { amount: money(qr.amount) })}
          onChecked={(shown) => {
            if (!shown) onRefused();
          }}
        />
      </div>
      <footer className={styles.foot}>
        <CountdownRing
          remainingMs={remainingMs}
          totalMs={Math.max(qr.timeLimitMs, qr.remainingMs)}
          label={t('customer.timeLeft')}
        />
        <Steps walletName={qr.walletName} isPix={qr.isPix} />
      </footer>
    </div>
  );
}
