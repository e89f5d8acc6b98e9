import { formatDateTime } from '../business-day/format-time.ts';
import type { Centavos } from '../money/centavos.ts';
import { reais } from './charge-documents.ts';
import type { TicketContext, TicketShift } from './context.ts';
import { middle, pairOf, ruleOf } from './items.ts';
import type { Columns, TicketItem } from './ticket.ts';

/** What a shift took in, gave back and left undone. */
export function closingBody(
  shift: TicketShift,
  { zone, operator }: TicketContext,
  columns: Columns,
): TicketItem[] {
  const received = shift.rows.reduce((sum, row) => sum + row.total, 0) as Centavos;
  const kept = (received - shift.refunded.total) as Centavos;
  return [
    ...middle('FECHAMENTO DE TURNO', columns, { bold: true }),
    ...pairOf('Caixa', shift.till, columns),
    ...(operator === null ? [] : pairOf('Operador', operator, columns)),
    ...pairOf('Aberto em', formatDateTime(shift.openedAt, zone), columns),
    ...pairOf('Fechado em', formatDateTime(shift.closedAt, zone), columns),
    ruleOf(columns),
    ...shift.rows.flatMap((row) => pairOf(`${row.walletName} (${row.count})`, reais(row.total), columns)),
    ...pairOf('Recebido', reais(received), columns),
    ...pairOf(`Devolvido (${shift.refunded.count})`, `- ${reais(shift.refunded.total)}`, columns),
    // Less than nothing when more went back than came in, which is no amount of money: the sign is written by hand.
    ...pairOf('Total', signed(kept), columns, { bold: true }),
    ruleOf(columns),
    ...pairOf('Canceladas', String(shift.cancelled), columns),
    ...pairOf('Pagas fora do prazo', String(shift.late), columns),
  ];
}

function signed(amount: number): string {
  const size = reais(Math.abs(amount) as Centavos);
  return amount < 0 ? `- ${size}` : size;
}
