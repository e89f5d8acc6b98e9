import type { ReportFilter } from '../../shared/contract/exports.ts';
import { epochMs, type EpochMs } from '../../shared/kernel/time.ts';
import type { Handlers } from '../../shared/rpc/server.ts';
import type { Core } from './core.ts';
import type { ChargeFilter } from './ledger/charge-filter.ts';

type Names = 'report/allow-file' | 'report/start' | 'report/cancel';

/** Reports to files. */
export function exportHandlers(core: Core): Pick<Handlers, Names> {
  return {
    'report/allow-file': async ({ path, format }) => {
      const allowed = await core.exporter.allow(path, format);
      return allowed.ok ? allowed : { ok: false, error: { code: allowed.error, message: allowed.error } };
    },
    'report/start': async ({ file, filter, replace }) => {
      const ledger = core.till().ledger.db.name;
      const started = await core.exporter.start({ file, filter: toChargeFilter(filter), replace, ledger });
      if (started.ok) return { ok: true, value: { id: started.value } };
      return { ok: false, error: { code: started.error, message: started.error } };
    },
    'report/cancel': async ({ id }) => ({ ok: true, value: { cancelled: await core.exporter.cancel(id) } }),
  };
}

function toChargeFilter({ from, to, ...rest }: ReportFilter): ChargeFilter {
  const at = (instant: number | undefined): EpochMs | undefined =>
    instant === undefined ? undefined : epochMs(instant);
  return { ...rest, from: at(from), to: at(to) };
}
