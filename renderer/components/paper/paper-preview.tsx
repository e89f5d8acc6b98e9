import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownTicket, TicketLine } from '../../../shared/domain/ticket/ticket.ts';
import { PaperBarcode } from './paper-barcode.tsx';
import { PaperQr } from './paper-qr.tsx';
import styles from './paper-preview.module.css';

/**
 * Shows a ticket as the printer prints it, with the same lines. The paper has the ticket's width in characters, and at most the
 * width that is free. It is light in both themes, as paper is.
 */
export function PaperPreview({ ticket }: { readonly ticket: ShownTicket }): ReactNode {
  const { t } = useTranslation();
  return (
    <div
      className={styles.frame}
      role="region"
      aria-label={t('paper.preview')}
      tabIndex={0}
      data-paper={ticket.columns}
    >
      <div className={styles.paper} style={{ '--columns': ticket.columns } as CSSProperties}>
        {ticket.items.map((item, at) => (
          <Item key={at} item={item} ticket={ticket} />
        ))}
      </div>
    </div>
  );
}

function Item({
  item,
  ticket,
}: {
  readonly item: ShownTicket['items'][number];
  readonly ticket: ShownTicket;
}): ReactNode {
  const { t } = useTranslation();
  switch (item.kind) {
    case 'line':
      return <Line line={item} />;
    case 'qr':
      return <PaperQr data={item.data} columns={ticket.columns} />;
    case 'withheld-qr':
      return <div className={styles.withheld}>{t('paper.withheld')}</div>;
    case 'barcode':
      return <PaperBarcode data={item.data} columns={ticket.columns} />;
    case 'feed':
      return <div style={{ '--lines': item.lines } as CSSProperties} className={styles.feed} />;
    case 'cut':
      return <div className={styles.cut} />;
  }
}

function Line({ line }: { readonly line: TicketLine }): ReactNode {
  const looks = [styles.line, styles[line.align]];
  if (line.bold) looks.push(styles.bold);
  if (line.size === 2) looks.push(styles.large);
  if (line.inverse) looks.push(styles.inverse);
  // A line of dashes only is drawn for the eye.
  return (
    <div className={looks.join(' ')} aria-hidden={/[\p{L}\p{N}]/u.test(line.text) ? undefined : true}>
      <span>{line.text}</span>
    </div>
  );
}
