import type { Core } from '../till/core.ts';
import { resolveFilter } from '../reports/resolve-filter.ts';
import type { Uses } from './pipeline.ts';
import { fail } from './failure-reply.ts';

type Names = 'report/allow-file' | 'report/start' | 'report/cancel';

/** Creates the methods that write reports to files. */
export function createExportUses(core: Pick<Core, 'exporter'>): Pick<Uses, Names> {
  return {
    'report/allow-file': async ({ path, format }) => {
      const allowed = await core.exporter.allow(path, format);
      return allowed.ok ? allowed : fail(allowed.error);
    },
    'report/start': async ({ file, filter, replace }, { till }) => {
      const ledger = till.ledger.db.name;
      const resolved = resolveFilter(filter, till.clock.now(), till.settings.get().zone);
      const started = await core.exporter.start({ file, filter: resolved, replace, ledger });
      if (started.ok) return { ok: true, value: { id: started.value } };
      return { ok: false, error: { code: started.error, message: started.error } };
    },
    'report/cancel': async ({ id }) => ({ ok: true, value: { cancelled: await core.exporter.cancel(id) } }),
  };
}
