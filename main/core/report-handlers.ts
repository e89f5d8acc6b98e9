import type { reports } from '../../shared/contract/reports.ts';
import type { MethodName } from '../../shared/contract/index.ts';
import type { Handlers } from '../../shared/rpc/server.ts';

type ReportHandlers = Pick<Handlers, keyof typeof reports & MethodName>;

const NEEDED = { ok: false, error: { code: 'manager-needed', message: 'manager-needed' } } as const;

/** What the manager reads. Nobody can enter yet, so that nothing is read. */
export function createReportHandlers(): ReportHandlers {
  return {
    'manager/day': () => NEEDED,
    'manager/payments': () => NEEDED,
    'manager/payment': () => NEEDED,
    'manager/filters': () => NEEDED,
    'manager/save-filter': () => NEEDED,
    'manager/delete-filter': () => NEEDED,
  };
}
