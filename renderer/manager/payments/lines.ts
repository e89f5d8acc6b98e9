import type { PaymentRow } from '../../../shared/contract/payments.ts';

/** A line of the list: the head of a day, or the row at this place. All lines have one height. */
export type Line =
  | { readonly kind: 'row'; readonly at: number }
  | {
      readonly kind: 'day';
      readonly day: string;
      /** Null for the last day while more of its rows may follow. */
      readonly sums: { readonly count: number; readonly net: number } | null;
    };

export interface Lines {
  readonly lines: readonly Line[];
  /** The place of each row among the lines. */
  readonly lineOf: readonly number[];
}

/** Returns the lines of a list of rows, newest first, with a head above each day if `byDay`. */
export function linesOf(rows: readonly PaymentRow[], byDay: boolean, isEnd: boolean): Lines {
  const lines: Line[] = [];
  const lineOf: number[] = [];
  const days = byDay ? Map.groupBy(rows, ({ day }) => day) : new Map<string, readonly PaymentRow[]>();
  const last = rows.at(-1)?.day;
  for (const [at, { day }] of rows.entries()) {
    if (byDay && day !== rows[at - 1]?.day) {
      const isWhole = isEnd || day !== last;
      lines.push({ kind: 'day', day, sums: isWhole ? sumsOf(days.get(day) ?? []) : null });
    }
    lineOf.push(lines.length);
    lines.push({ kind: 'row', at });
  }
  return { lines, lineOf };
}

function sumsOf(rows: readonly PaymentRow[]): { readonly count: number; readonly net: number } {
  const net = rows.reduce((sum, row) => sum + (row.paidAmount ?? 0) - row.refundedAmount, 0);
  return { count: rows.length, net };
}
