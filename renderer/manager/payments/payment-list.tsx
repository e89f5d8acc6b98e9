import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../shared/domain/business-day/format-time.ts';
import type { PaymentRow } from '../../../shared/contract/payments.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { money } from '../../components/amount.tsx';
import { useKeys } from '../../components/keys/use-keys.ts';
import styles from './payments.module.css';

/** The height of a row, px: the style sheet has the same. */
const ROW = 52;
/** Rows drawn above and below what can be seen. */
const BEYOND = 8;

/** A list of any length, of which only what can be seen is drawn. Arrows choose, Enter opens. */
export function PaymentList(props: {
  readonly rows: readonly PaymentRow[];
  readonly zone: string;
  /** The rows answer another question than the one of now: they can be seen and not opened. */
  readonly isStale: boolean;
  /** Called when the end comes near; undefined when there is no more. */
  readonly onEnd: (() => void) | undefined;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { rows, zone, isStale, onEnd } = props;
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, Math.max(0, rows.length - 1));

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => setHeight(element.clientHeight));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const choose = (row: number): void => {
    const next = Math.min(Math.max(0, row), rows.length - 1);
    setChosen(next);
    const element = frame.current;
    if (element === null) return;
    if (next * ROW < element.scrollTop) element.scrollTop = next * ROW;
    if ((next + 1) * ROW > element.scrollTop + element.clientHeight)
      element.scrollTop = (next + 1) * ROW - element.clientHeight;
    if (next > rows.length - 20) onEnd?.();
  };
  const page = Math.max(1, Math.floor(height / ROW) - 1);
  const onOpen = (id: string): void => {
    if (!isStale) props.onOpen(id);
  };
  const open = (): void => {
    const row = rows[at];
    if (row !== undefined) onOpen(row.id);
  };
  useKeys({
    ArrowDown: () => choose(at + 1),
    ArrowUp: () => choose(at - 1),
    PageDown: () => choose(at + page),
    PageUp: () => choose(at - page),
    Home: () => choose(0),
    End: () => choose(rows.length - 1),
    Enter: open,
  });

  const first = Math.max(0, Math.floor(top / ROW) - BEYOND);
  const last = Math.min(rows.length, Math.ceil((top + height) / ROW) + BEYOND);
  return (
    <div
      ref={frame}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      data-home=""
      aria-label={t('payments.title')}
      aria-busy={isStale}
      aria-activedescendant={rows[at] === undefined ? undefined : `payment-${rows[at].id}`}
      onScroll={(event) => {
        const element = event.currentTarget;
        setTop(element.scrollTop);
        if (element.scrollTop + element.clientHeight > element.scrollHeight - 20 * ROW) onEnd?.();
      }}
    >
      <div style={{ height: rows.length * ROW }} className={styles.length} role="presentation">
        {rows.slice(first, last).map((row, place) => (
          <div
            key={row.id}
            id={`payment-${row.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={first + place === at}
            aria-posinset={first + place + 1}
            aria-setsize={onEnd === undefined ? rows.length : -1}
            className={styles.row}
            style={{ top: (first + place) * ROW }}
            data-payment={row.id}
            onClick={() => {
              setChosen(first + place);
              onOpen(row.id);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onOpen(row.id);
            }}
          >
            <span>{formatDateTime(epochMs(row.createdAt), zone)}</span>
            <span className={styles.amount}>{money(row.amount)}</span>
            <span className={styles.word} data-word={row.panel}>
              {t(`word.${row.panel}`)}
            </span>
            <span className={styles.who}>
              {row.walletName}
              <small>{row.operatorName}</small>
            </span>
            <span className={styles.code}>{row.endToEndId?.slice(-6) ?? row.reference ?? row.shortCode}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
