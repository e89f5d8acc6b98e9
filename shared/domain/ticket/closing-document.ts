import { formatDateTime, formatTime } from '../business-day/format-time.ts';
import type { PanelWord } from '../charge/panel-word.ts';
import type { Centavos } from '../money/centavos.ts';
import { reais } from './charge-documents.ts';
import type { ClosingEdge, TicketContext, TicketShift } from './context.ts';
import { middle, pairOf, ruleOf } from './items.ts';
import type { Columns, TicketItem } from './ticket.ts';

/** The panel's words as they are printed. */
const NAMES: Record<PanelWord, string> = {
  pending: 'Pendentes',
  approved: 'Aprovadas',
  'partially-refunded': 'Estorno parcial',
  refunded: 'Estornadas',
  expired: 'Expiradas',
  cancelled: 'Canceladas',
  failed: 'Falhas',
};

/** So much of the hash tells two ledgers apart, and can be read out. */
const SHORT_HASH = 12;

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
    ...shift.statuses.flatMap(({ word, count }) => pairOf(NAMES[word], String(count), columns)),
    ...pairOf('Pagas fora do prazo', String(shift.late), columns),
    ...pairOf('Resolvidas sem prova', String(shift.forced), columns),
    ...edge('Primeira', shift.first, zone, columns),
    ...edge('Última', shift.last, zone, columns),
    ...pairOf('Registro', `${shift.head.seq} ${shift.head.hash.slice(0, SHORT_HASH)}`, columns),
  ];
}

function edge(name: string, charge: ClosingEdge | null, zone: string, columns: Columns): TicketItem[] {
  if (charge === null) return [];
  return pairOf(`${name} ${formatTime(charge.at, zone)} ${charge.shortCode}`, reais(charge.amount), columns);
}

function signed(amount: number): string {
  const size = reais(Math.abs(amount) as Centavos);
  return amount < 0 ? `- ${size}` : size;
}
