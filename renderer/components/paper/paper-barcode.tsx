import { useMemo, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { code128 } from '../../../shared/domain/ticket/code128.ts';
import { BARCODE_DOTS, BARCODE_MODULE, dotsOf, type Columns } from '../../../shared/domain/ticket/ticket.ts';
import styles from './paper-preview.module.css';

/** A slip's barcode, bar for bar. */
export function PaperBarcode({
  data,
  columns,
}: {
  readonly data: string;
  readonly columns: Columns;
}): ReactNode {
  const { t } = useTranslation();
  const modules = useMemo(() => code128(data), [data]);
  const width = modules.length * BARCODE_MODULE;
  const bars = modules.map((black, at) =>
    black ? `M${at * BARCODE_MODULE} 0h${BARCODE_MODULE}v1h-${BARCODE_MODULE}z` : '',
  );
  return (
    <div className={styles.symbol} style={{ '--share': width / dotsOf(columns) } as CSSProperties}>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${width} 1`}
        preserveAspectRatio="none"
        shapeRendering="crispEdges"
        style={{ aspectRatio: `${width} / ${BARCODE_DOTS}` }}
        role="img"
        aria-label={t('paper.barcode', { code: data })}
      >
        <path d={bars.join('')} />
      </svg>
    </div>
  );
}
