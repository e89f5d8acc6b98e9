import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentRow as Row } from '../../../shared/contract/payments.ts';
import { useKeys } from '../../components/keys/use-keys.ts';
import { DayHead } from './day-head.tsx';
import { linesOf } from './lines.ts';
import { PaymentRow } from './payment-row.tsx';
import styles from './payments.module.css';

/** The height of a line, px: the style sheet has the same. */
const ROW = 52;
/** Rows drawn above and below what can be seen. */
const BEYOND = 8;

/**
 * A list of any length, of which only what can be seen is drawn. Arrows choose, Enter opens. What is chosen is a charge and
 * not a place: it stays chosen, and stays in sight, while others come and go; when it leaves the list none is.
 */
export function PaymentList(props: {
  readonly rows: readonly Row[];
  /** What the rows answer. Another question's list begins at its top. */
  readonly question: string;
  /** The id that is chosen at first, where the list has it. */
  readonly from: string | null;
  readonly zone: string;
  /** The rows answer an earlier question: they can be seen and not opened. */
  readonly isStale: boolean;
  /** Shows a head with a subtotal above each day. */
  readonly byDay: boolean;
  /** Called when the end of the list is near. Undefined if there are no more rows. */
  readonly onEnd: (() => void) | undefined;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { rows, question, from, zone, isStale, byDay, onEnd } = props;
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const [chosen, setChosen] = useState<{ readonly question: string; readonly id: string | null }>({
    question: '',
    id: null,
  });
  if (chosen.question !== question && rows.length > 0) {
    const first = rows.find(({ id }) => id === from) ?? rows[0];
    setChosen({ question, id: first?.id ?? null });
  }
  const at = rows.findIndex(({ id }) => id === chosen.id);
  const isEnd = onEnd === undefined;
  const { lines, lineOf } = useMemo(() => linesOf(rows, byDay, isEnd), [rows, byDay, isEnd]);
  /** The top of a row in the list, px. */
  const topOf = useCallback((row: number): number => (lineOf[row] ?? row) * ROW, [lineOf]);
  /** Where the chosen row was drawn last. */
  const before = useRef({ question: '', at: 0, top: 0 });

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => setHeight(element.clientHeight));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const reveal = useCallback(
    (row: number): void => {
      const element = frame.current;
      if (element === null) return;
      // The head of its day comes into sight with a row.
      const head = lines[(lineOf[row] ?? 0) - 1]?.kind === 'day' ? ROW : 0;
      if (topOf(row) - head < element.scrollTop) element.scrollTop = topOf(row) - head;
      if (topOf(row) + ROW > element.scrollTop + element.clientHeight)
        element.scrollTop = topOf(row) + ROW - element.clientHeight;
    },
    [lines, lineOf, topOf],
  );
  useLayoutEffect(() => {
    const element = frame.current;
    const last = before.current;
    if (element === null || at < 0) return;
    const now = topOf(at);
    before.current = { question, at, top: now };
    if (last.question !== question) {
      element.scrollTop = at === 0 ? 0 : now - (element.clientHeight - ROW) / 2;
    } else if (last.at !== at) {
      const isSeen = last.top < element.scrollTop + element.clientHeight;
      // At the top stays at the top, where the newest come in.
      if (element.scrollTop > 0) element.scrollTop += now - last.top;
      else if (isSeen) reveal(at);
    }
  }, [question, at, topOf, reveal]);

  const choose = (row: number): void => {
    if (rows.length === 0) return;
    const next = Math.min(Math.max(0, row), rows.length - 1);
    before.current = { question, at: next, top: topOf(next) };
    setChosen({ question, id: rows[next]?.id ?? null });
    reveal(next);
    if (next > rows.length - 20) onEnd?.();
  };
  // Where the chosen one left, the arrows go on from the gap.
  const above = (by: number): number => (at < 0 ? before.current.at : at) - by;
  const below = (by: number): number => (at < 0 ? before.current.at - 1 : at) + by;
  const page = Math.max(1, Math.floor(height / ROW) - 1);
  const onOpen = (id: string): void => {
    if (!isStale) props.onOpen(id);
  };
  const open = (): void => {
    const row = rows[at];
    if (row !== undefined) onOpen(row.id);
  };
  useKeys({
    ArrowDown: () => choose(below(1)),
    ArrowUp: () => choose(above(1)),
    PageDown: () => choose(below(page)),
    PageUp: () => choose(above(page)),
    Home: () => choose(0),
    End: () => choose(rows.length - 1),
    Enter: open,
  });

  const first = Math.max(0, Math.floor(top / ROW) - BEYOND);
  const last = Math.min(lines.length, Math.ceil((top + height) / ROW) + BEYOND);
  return (
    <div
      ref={frame}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      data-home=""
      aria-label={t('section.payments')}
      aria-busy={isStale}
      aria-activedescendant={rows[at] === undefined ? undefined : `payment-${rows[at].id}`}
      onScroll={(event) => {
        const element = event.currentTarget;
        setTop(element.scrollTop);
        if (element.scrollTop + element.clientHeight > element.scrollHeight - 20 * ROW) onEnd?.();
      }}
    >
      <div style={{ height: lines.length * ROW }} className={styles.length} role="presentation">
        {lines.slice(first, last).map((line, place) => {
          const style = { top: (first + place) * ROW };
          if (line.kind === 'day')
            return (
              <div
                key={line.day}
                role="presentation"
                className={styles.dayHead}
                style={style}
                data-day={line.day}
              >
                <DayHead day={line.day} sums={line.sums} />
              </div>
            );
          const row = rows[line.at];
          if (row === undefined) return null;
          return (
            <div
              key={row.id}
              id={`payment-${row.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={line.at === at}
              aria-posinset={line.at + 1}
              aria-setsize={isEnd ? rows.length : -1}
              className={styles.row}
              style={style}
              data-payment={row.id}
              onClick={() => {
                choose(line.at);
                onOpen(row.id);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter') onOpen(row.id);
              }}
            >
              <PaymentRow row={row} zone={zone} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
