import { addDays } from '../business-day/add-days.ts';

/** A period of a manager's filter. Undefined: everything. */
export type Period =
  | { readonly kind: 'today' | 'yesterday' | 'week' | 'month' }
  | { readonly kind: 'range'; readonly from?: string | undefined; readonly to?: string | undefined }
  | undefined;

/** The first and the last business day of a period. An end that is open is undefined. */
export interface PeriodDays {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Returns the days of a period. A week begins on Monday. */
export function periodDays(period: Period, today: string): PeriodDays {
  switch (period?.kind) {
    case undefined:
      return {};
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'week': {
      const sinceMonday = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7;
      return { from: addDays(today, -sinceMonday), to: today };
    }
    case 'month':
      return { from: `${today.slice(0, 7)}-01`, to: today };
    case 'range':
      return { from: period.from, to: period.to };
  }
}
