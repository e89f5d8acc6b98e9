import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import { transition } from '../../../shared/domain/charge/transition.ts';
import { storedStatusOf } from '../../../shared/domain/charge/stored-status.ts';
import type { StoredEvent } from '../../../main/core/ledger/event-log.ts';

/** The figures of a shift as a plain table: `received pix` → [count, centavos]. */
export type Table = Readonly<Record<string, readonly [number, number]>>;

/** Reads the whole ledger once, row by row, and gives the table of each shift that ended. Knows nothing of the tally. */
export function tablesFrom(events: readonly StoredEvent[]): Table[] {
  const charges = new Map<string, Charge>();
  const tables: Table[] = [];
  let own = new Set<string>();
  let table: Record<string, [number, number]> = {};
  const note = (key: string, amount: number): void => {
    const [count, total] = table[key] ?? [0, 0];
    table[key] = [count + 1, total + amount];
  };
  for (const { subject, type, body, at } of events) {
    if (subject !== null) {
      const before = charges.get(subject) ?? null;
      const outcome = transition(before, { type, ...body } as ChargeEvent, at);
      if (!outcome.ok) throw new Error(outcome.error);
      const after = outcome.value.charge;
      charges.set(subject, after);
      if (type === 'created') own.add(subject);
      const whose = own.has(subject) ? 'own' : 'earlier';
      const paid = (after.paidAmount ?? 0) - (before?.paidAmount ?? 0);
      const back = after.refundedAmount - (before?.refundedAmount ?? 0);
      if (paid !== 0) note(`received ${after.wallet} ${whose}`, paid);
      if (paid !== 0 && after.late) note('late', paid);
      if (back !== 0) note(`refunds ${after.wallet} ${whose}`, back);
      if (type === 'forced') note('forced', after.amount);
    }
    if (type === 'shift-closed') {
      for (const id of own) {
        const charge = charges.get(id)!;
        note(`status ${storedStatusOf(charge)}`, charge.amount);
      }
      tables.push(table);
      own = new Set();
      table = {};
    }
  }
  return tables;
}

/** The sums of the rows whose name begins so. */
export function sumOf(table: Table, start: string, end = ''): { count: number; total: number } {
  const rows = Object.entries(table).filter(([key]) => key.startsWith(start) && key.endsWith(end));
  return rows.reduce((sum, [, [count, total]]) => ({ count: sum.count + count, total: sum.total + total }), {
    count: 0,
    total: 0,
  });
}
