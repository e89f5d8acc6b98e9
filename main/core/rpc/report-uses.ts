import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { PaymentFilter } from '../../../shared/contract/payments.ts';
import type { reports, SavedFilter } from '../../../shared/contract/reports.ts';
import type { Reply } from '../../../shared/contract/define.ts';
import type { MethodName } from '../../../shared/contract/index.ts';
import { businessDay, businessDayRange } from '../../../shared/domain/business-day/business-day.ts';
import { sameTimeOn } from '../../../shared/domain/business-day/same-time.ts';
import { weeksBefore } from '../../../shared/domain/day-comparison/compare-day.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { toChargeView } from './views/charge-view.ts';
import { dayReport } from '../reports/day-report.ts';
import { createSavedFilters, type SavedFilters } from '../reports/saved-filters.ts';
import { dayAttention } from './day-attention.ts';
import { paymentDetail, paymentsPage, readPlace } from './report-views.ts';
import type { Uses } from './pipeline.ts';
import { fail } from './failure-reply.ts';
import type { Till } from '../till/till.ts';

const done = <T>(value: T): Reply<T, never> => ({ ok: true, value });

/** The methods for the manager's reports and saved filters. */
export const reportUses: Pick<Uses, keyof typeof reports & MethodName> = {
  'manager/day': async ({ day }, { till }) => done(await wholeDay(till, day)),
  'manager/payments': async ({ filter, cursor, limit }, { till }) => {
    const from = cursor === null ? null : readPlace(cursor);
    if (from === 'bad-cursor') return fail('bad-cursor');
    return done(await paymentsPage(till, filter, limit, from));
  },
  'manager/payment': ({ id }, { till }) => {
    const charge = till.ledger.charges.byId(id);
    return charge === null ? fail('not-found') : done(paymentDetail(till, charge));
  },
  'manager/filters': async (_input, { till }) => {
    const { stores, tills, wallets, operators } = await till.search.ask({ kind: 'choices' });
    const choices = {
      stores: [...stores],
      tills: [...tills],
      wallets: wallets.map((id) => ({ id, name: till.names.allOf(id) })),
      operators: operators.map((id) => ({ id, name: till.names.person(id) })),
    };
    return done({ saved: [...savedFilters(till).all()], choices });
  },
  'manager/save-filter': ({ name, filter }, { till, by }) => {
    const filters = savedFilters(till);
    const saved = filters.save({ name, filter }, by);
    return saved.ok ? done({ saved: [...filters.all()] }) : fail(saved.error);
  },
  'manager/delete-filter': ({ name }, { till, by }) => {
    const filters = savedFilters(till);
    const removed = filters.remove(name, by);
    return removed.ok ? done({ saved: [...filters.all()] }) : fail(removed.error);
  },
};

async function wholeDay(till: Till, asked: string | undefined) {
  const { zone } = till.settings.get();
  const now = till.clock.now();
  const day = asked ?? businessDay(now, zone);
  const isToday = day === businessDay(now, zone);
  // Today is not over, so the earlier days are read until the same time.
  const earlier = weeksBefore(day).map((each) => ({
    day: each,
    until: isToday ? sameTimeOn(each, now, zone) : null,
  }));
  const answer = await till.search.ask({ kind: 'day', day, ...businessDayRange(day, zone), earlier });
  const view = (charge: Charge): ChargeView => toChargeView(charge, till);
  return {
    ...dayReport(answer, day, zone, now, till.names),
    late: answer.late.flatMap((id) => till.ledger.charges.byId(id) ?? []).map(view),
    attention: dayAttention(till, answer.forced).map(view),
  };
}

function savedFilters(till: Till): SavedFilters {
  return createSavedFilters(till.ledger, readSaved);
}

/** Returns the saved filters that this version can read. Leaves out the others. */
export function readSaved(stored: unknown): readonly SavedFilter[] {
  const list = Array.isArray(stored) ? (stored as unknown[]) : [];
  return list.flatMap((each) => {
    const { name, filter } = each as { name?: unknown; filter?: unknown };
    const read = PaymentFilter.safeParse(filter);
    return typeof name === 'string' && read.success ? [{ name, filter: read.data }] : [];
  });
}
