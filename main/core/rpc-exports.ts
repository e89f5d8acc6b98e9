import type { PaymentFilter } from '../../shared/contract/reports.ts';
import { businessDayRange } from '../../shared/domain/business-day/business-day.ts';
import { CHARGE_STATUSES } from '../../shared/domain/charge/charge.ts';
import { panelStatusOf } from '../../shared/domain/charge/panel-status.ts';
import { centavos } from '../../shared/domain/money/centavos.ts';
import { epochMs, type EpochMs } from '../../shared/kernel/time.ts';
import type { Handlers } from '../../shared/rpc/server.ts';
import type { Core } from './core.ts';
import type { ChargeFilter } from './ledger/charge-filter.ts';
import { resolveFilter } from './reports/resolve-filter.ts';
import { FIRST_DAY, LAST_DAY } from './reports/wanted.ts';
import { fail } from './rpc-words.ts';

type Names = 'report/allow-file' | 'report/start' | 'report/cancel';

const NOTHING = centavos(0);

/** Reports to files. */
export function exportHandlers(core: Core): Pick<Handlers, Names> {
  return {
    'report/allow-file': async ({ path, format }) => {
      const allowed = await core.exporter.allow(path, format);
      return allowed.ok ? allowed : fail(allowed.error);
    },
    'report/start': async ({ file, filter, replace }) => {
      const till = core.till();
      const ledger = till.ledger.db.name;
      const wanted = toChargeFilter(filter, till.clock.now(), till.settings.get().zone);
      const started = await core.exporter.start({ file, filter: wanted, replace, ledger });
      if (started.ok) return { ok: true, value: { id: started.value } };
      return { ok: false, error: { code: started.error, message: started.error } };
    },
    'report/cancel': async ({ id }) => ({ ok: true, value: { cancelled: await core.exporter.cancel(id) } }),
  };
}

/** The list's filter as the report's reader knows it: instants, and our own states. */
function toChargeFilter(filter: PaymentFilter, now: EpochMs, zone: string): ChargeFilter {
  const { fromDay, toDay, fromAt, toAt, min, max, tills, wallets, panels, operators, late, unproven, text } =
    resolveFilter(filter, now, zone);
  const start = fromDay === FIRST_DAY ? undefined : businessDayRange(fromDay, zone).from;
  const end = toDay === LAST_DAY ? undefined : businessDayRange(toDay, zone).to;
  return {
    from: fromAt === undefined ? start : epochMs(fromAt),
    to: toAt === undefined ? end : epochMs(toAt),
    statuses:
      panels &&
      CHARGE_STATUSES.filter((status) => panels.includes(panelStatusOf({ status, refundedAmount: NOTHING }))),
    min,
    max,
    wallets,
    operators,
    till: tills?.[0],
    late: late === true ? true : undefined,
    forced: unproven === true ? true : undefined,
    text,
  };
}
