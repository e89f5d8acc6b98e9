import { useMemo, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { qrModuleDots, QUIET_ZONE } from '../../../shared/domain/ticket/qr-size.ts';
import { dotsOf, type Columns } from '../../../shared/domain/ticket/ticket.ts';
import { qrMatrix } from '../qr/matrix.ts';
import { VerifiedQr } from '../qr/verified-qr.tsx';
import styles from './paper-preview.module.css';

/** A slip's QR, as large beside its lines as the printer makes it. As on every screen it is there only if it reads back right. */
export function PaperQr({ data, columns }: { readonly data: string; readonly columns: Columns }): ReactNode {
  const { t } = useTranslation();
  const share = useMemo(() => {
    const { size } = qrMatrix(data);
    const dots = dotsOf(columns);
    return ((size + 2 * QUIET_ZONE) * qrModuleDots(size, dots)) / dots;
  }, [data, columns]);
  return (
    <div className={styles.symbol} style={{ '--share': share } as CSSProperties}>
      <VerifiedQr text={data} label={t('paper.qr')} onChecked={() => undefined} />
    </div>
  );
}
