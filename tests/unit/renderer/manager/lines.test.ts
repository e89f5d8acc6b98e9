import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../../renderer/manager/payments/lines.ts';
import type { PaymentRow } from '../../../../shared/contract/payments.ts';

const row = (day: string, paidAmount: number | null, refundedAmount = 0): PaymentRow =>
  ({ day, paidAmount, refundedAmount }) as PaymentRow;

const ROWS = [
  row('2026-11-29', 1_000),
  row('2026-11-29', 2_000, 500),
  row('2026-11-29', null),
  row('2026-11-28', 700),
  row('2026-11-20', 300),
  row('2026-11-20', 40),
];

describe('the lines of the payment list', () => {
  it('have a head with a subtotal above each day', () => {
    expect(linesOf(ROWS, true, true)).toEqual({
      lines: [
        { kind: 'day', day: '2026-11-29', sums: { count: 3, net: 2_500 } },
        { kind: 'row', at: 0 },
        { kind: 'row', at: 1 },
        { kind: 'row', at: 2 },
        { kind: 'day', day: '2026-11-28', sums: { count: 1, net: 700 } },
        { kind: 'row', at: 3 },
        { kind: 'day', day: '2026-11-20', sums: { count: 2, net: 340 } },
        { kind: 'row', at: 4 },
        { kind: 'row', at: 5 },
      ],
      lineOf: [1, 2, 3, 5, 7, 8],
    });
  });

  it('do not sum the last day while more of its rows may follow', () => {
    const days = linesOf(ROWS, true, false).lines.filter(({ kind }) => kind === 'day');
    expect(days.map((line) => line.kind === 'day' && line.sums === null)).toEqual([false, false, true]);
  });

  it('are the rows alone for a list of one day', () => {
    expect(linesOf(ROWS.slice(0, 3), false, true)).toEqual({
      lines: [0, 1, 2].map((at) => ({ kind: 'row', at })),
      lineOf: [0, 1, 2],
    });
    expect(linesOf([], true, true)).toEqual({ lines: [], lineOf: [] });
  });

  it('keep every row once, in its order, and their sums come to the sum of all', () => {
    const anyRows = fc
      .array(fc.tuple(fc.integer({ min: 10, max: 14 }), fc.nat(9_999)), { maxLength: 30 })
      .map((pairs) => pairs.toSorted(([a], [b]) => b - a).map(([day, paid]) => row(`2026-11-${day}`, paid)));
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { lines, lineOf } = linesOf(rows, true, true);
        expect(lineOf.map((place) => lines[place])).toEqual(rows.map((_, at) => ({ kind: 'row', at })));
        const sum = lines.reduce((net, line) => net + (line.kind === 'day' ? (line.sums?.net ?? 0) : 0), 0);
        expect(sum).toBe(rows.reduce((net, { paidAmount }) => net + (paidAmount ?? 0), 0));
      }),
    );
  });
});
