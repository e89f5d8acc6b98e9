import type { TillView } from '../../../../shared/contract/views.ts';
import { originalOf, type OriginalRequest } from '../../../../shared/domain/ticket/context.ts';
import type { PrintJob } from '../../printing/queue/print-job.ts';
import type { Till } from '../../till/till.ts';

type PrinterView = NonNullable<TillView['printer']>;

/** Returns the printer in the shape of the cashier's window. Null if none is set up. */
export function toPrinterView({ settings, printing }: Till): TillView['printer'] {
  const { printer } = settings.get();
  if (printer === null) return null;
  const { name, target, automatic, drawer } = printer;
  return {
    name,
    address: target.kind === 'tcp9100' ? target.id.replace(/:9100$/, '') : null,
    automatic,
    drawer,
    state: printing.state(),
    reason: printing.health().unreachable,
    slips: printing.open().map(slipView),
  };
}

function slipView({ id, request, state, reason, createdAt }: PrintJob): PrinterView['slips'][number] {
  const said = originalOf(request);
  const copy = request.document === 'copy';
  // Delivered and cancelled jobs are not in the list. The wire has no words for these states.
  const shown = state === 'delivered' || state === 'cancelled' ? 'held' : state;
  return { id, document: said.document, copy, state: shown, reason, amount: amountOf(said), at: createdAt };
}

function amountOf(request: OriginalRequest): number | null {
  if (!('charge' in request)) return null;
  return request.document === 'refund' ? request.refund.amount : request.charge.amount;
}
