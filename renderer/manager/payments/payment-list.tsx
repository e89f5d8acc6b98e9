import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentRow as Row } from '../../../shared/contract/payments.ts';
import { useKeys } from '../../components/keys/use-keys.ts';
import { DayHead } from './day-head.tsx';
import { linesOf } from './lines.ts';
import { PaymentRow } from './payment-row.tsx';
import styles from './payments.module.css';

/** The height of a row, rem: the letters in it grow with the window. The style sheet takes it from here. */
const ROW = 3.25;
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
  /** What the frame shows, in lines: from where on, and how many. */
  const [shown, setShown] = useState({ top: 0, height: 12 });
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
  const lineAt = useCallback((row: number): number => lineOf[row] ?? row, [lineOf]);
  /** Where the chosen row was drawn last. */
  const before = useRef({ question: '', at: 0, line: 0 });

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => setShown(shownIn(element)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const reveal = useCallback(
    (row: number): void => {
      const element = frame.current;
      if (element === null) return;
      const px = rowPixels();
      // The head of its day comes into sight with a row.
      const head = lines[(lineOf[row] ?? 0) - 1]?.kind === 'day' ? 1 : 0;
      const top = lineAt(row) * px;
      if (top - head * px < element.scrollTop) element.scrollTop = top - head * px;
      if (top + px > element.scrollTop + element.clientHeight)
        element.scrollTop = top + px - element.clientHeight;
    },
    [lines, lineOf, lineAt],
  );
  useLayoutEffect(() => {
    const element = frame.current;
    const last = before.current;
    if (element === null || at < 0) return;
    const now = lineAt(at);
    before.current = { question, at, line: now };
    const px = rowPixels();
    if (last.question !== question) {
      element.scrollTop = at === 0 ? 0 : now * px - (element.clientHeight - px) / 2;
    } else if (last.at !== at) {
      const isSeen = last.line * px < element.scrollTop + element.clientHeight;
      // At the top stays at the top, where the newest come in.
      if (element.scrollTop > 0) element.scrollTop += (now - last.line) * px;
      else if (isSeen) reveal(at);
    }
  }, [question, at, lineAt, reveal]);

  const choose = (row: number): void => {
    if (rows.length === 0) return;
    const next = Math.min(Math.max(0, row), rows.length - 1);
    before.current = { question, at: next, line: lineAt(next) };
    setChosen({ question, id: rows[next]?.id ?? null });
    reveal(next);
    if (next > rows.length - 20) onEnd?.();
  };
  // Where the chosen one left, the arrows go on from the gap.
  const above = (by: number): number => (at < 0 ? before.current.at : at) - by;
  const below = (by: number): number => (at < 0 ? before.current.at - 1 : at) + by;
  const page = Math.max(1, Math.floor(shown.height) - 1);
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

  const first = Math.max(0, Math.floor(shown.top) - BEYOND);
  const last = Math.min(lines.length, Math.ceil(shown.top + shown.height) + BEYOND);
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
        setShown(shownIn(element));
        if (element.scrollTop + element.clientHeight > element.scrollHeight - 20 * rowPixels()) onEnd?.();
      }}
    >
      <div style={{ height: rem(lines.length) }} className={styles.length} role="presentation">
        {lines.slice(first, last).map((line, place) => {
          const style = { top: rem(first + place), height: rem(1) };
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

/** Returns the height of rows for a style. */
const rem = (rows: number): string => `${rows * ROW}rem`;

/** Returns the height of a row in the window as it is now, px. */
const rowPixels = (): number => ROW * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Returns what a frame shows, in rows. */
function shownIn({ scrollTop, clientHeight }: HTMLElement): { top: number; height: number } {
  const px = rowPixels();
  return { top: scrollTop / px, height: clientHeight / px };
}
