import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentRow as Row } from '../../../shared/contract/payments.ts';
import { useKeys } from '../../components/keys/use-keys.ts';
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
  /** Called when the end of the list is near. Undefined if there are no more rows. */
  readonly onEnd: (() => void) | undefined;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { rows, question, from, zone, isStale, onEnd } = props;
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  /** What the frame shows, in rows: from where on, and how many. */
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
  /** Where the chosen row was drawn last. */
  const before = useRef({ question: '', at: 0 });

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => setShown(shownIn(element)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const reveal = (row: number): void => {
    const element = frame.current;
    if (element === null) return;
    const px = rowPixels();
    if (row * px < element.scrollTop) element.scrollTop = row * px;
    if ((row + 1) * px > element.scrollTop + element.clientHeight)
      element.scrollTop = (row + 1) * px - element.clientHeight;
  };
  useLayoutEffect(() => {
    const element = frame.current;
    const last = before.current;
    if (element === null || at < 0) return;
    before.current = { question, at };
    const px = rowPixels();
    if (last.question !== question) {
      element.scrollTop = at * px - (element.clientHeight - px) / 2;
    } else if (last.at !== at) {
      const isSeen = last.at * px < element.scrollTop + element.clientHeight;
      // At the top stays at the top, where the newest come in.
      if (element.scrollTop > 0) element.scrollTop += (at - last.at) * px;
      else if (isSeen) reveal(at);
    }
  }, [question, at]);

  const choose = (row: number): void => {
    if (rows.length === 0) return;
    const next = Math.min(Math.max(0, row), rows.length - 1);
    before.current = { question, at: next };
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
  const last = Math.min(rows.length, Math.ceil(shown.top + shown.height) + BEYOND);
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
      <div style={{ height: rem(rows.length) }} className={styles.length} role="presentation">
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
            style={{ top: rem(first + place), height: rem(1) }}
            data-payment={row.id}
            onClick={() => {
              choose(first + place);
              onOpen(row.id);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onOpen(row.id);
            }}
          >
            <PaymentRow row={row} zone={zone} />
          </div>
        ))}
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
