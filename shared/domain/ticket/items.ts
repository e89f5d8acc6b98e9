import { centered, pair, rule, wrapped } from './columns.ts';
import type { Columns, TicketItem, TicketLine } from './ticket.ts';
import { printable } from './printable.ts';

const PLAIN = { kind: 'line', align: 'left', bold: false, size: 1, inverse: false } as const;

type Style = Partial<Pick<TicketLine, 'align' | 'bold' | 'size' | 'inverse'>>;

/** Returns a text on as many lines as it needs. */
export function lines(text: string, columns: Columns, style: Style = {}): TicketItem[] {
  const width = Math.floor(columns / (style.size ?? 1));
  return wrapped(printable(text), width).map((line) => ({ ...PLAIN, ...style, text: line }));
}

/** Returns a text in the middle, on as many lines as it needs. */
export function middle(text: string, columns: Columns, style: Style = {}): TicketItem[] {
  return lines(text, columns, { ...style, align: 'center' });
}

/** Returns a name at the left and its value at the right. */
export function pairOf(name: string, value: string, columns: Columns, style: Style = {}): TicketItem[] {
  return pair(printable(name), printable(value), columns).map((text) => ({ ...PLAIN, ...style, text }));
}

/** Returns a line across the paper. */
export function ruleOf(columns: Columns): TicketItem {
  return { ...PLAIN, text: rule(columns) };
}

/** Returns a word that must be seen: white on black, over the whole width. */
export function mark(text: string, columns: Columns): TicketItem[] {
  return centered(printable(text), columns).map((line) => ({
    ...PLAIN,
    text: line.padEnd(columns),
    bold: true,
    inverse: true,
  }));
}
