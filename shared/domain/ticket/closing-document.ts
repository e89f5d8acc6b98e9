import { formatDateTime } from '../business-day/format-time.ts';
import { PANEL_STATUS_WORDS } from '../charge/panel-status-words.ts';
import { panelStatusOfStored } from '../charge/stored-status.ts';
import type { Centavos } from '../money/centavos.ts';
import { reais } from './charge-documents.ts';
import type { ClosingEdge, TicketContext, TicketShift, TicketSum } from './context.ts';
import { lines, middle, pairOf, ruleOf } from './items.ts';
import type { Columns, TicketItem } from './ticket.ts';

const WORDS = PANEL_STATUS_WORDS['pt-BR'];

/** Returns the slip of a closing: payments, refunds and charges by status, in the words of the screen. */
export function closingBody(
  shift: TicketShift,
  { zone }: Pick<TicketContext, 'zone'>,
  columns: Columns,
): TicketItem[] {
  const received = sumOf(shift.rows);
  const kept = (received.total - shift.refunded.total) as Centavos;
  const sum = (name: string, count: number, total: Centavos): TicketItem[] =>
    pairOf(`${name} (${count})`, reais(total), columns);
  const refundRow = (name: string, { count, total }: TicketSum): TicketItem[] =>
    pairOf(`${name} (${count})`, `- ${reais(total)}`, columns);
  return [
    ...middle('FECHAMENTO DE TURNO', columns, { bold: true }),
    ...pairOf('Caixa', shift.till, columns),
    ...(shift.operator === undefined ? [] : pairOf('Operador', shift.operator, columns)),
    ...pairOf('Aberto em', formatDateTime(shift.openedAt, zone), columns),
    ...pairOf('Fechado em', formatDateTime(shift.closedAt, zone), columns),
    ruleOf(columns),
    ...shift.rows.flatMap(({ walletName, count, total, refunded }) => [
      ...sum(walletName, count, total),
      ...(refunded === undefined || refunded.count === 0
        ? []
        : refundRow(`${walletName}, devolvido`, refunded)),
    ]),
    ...(shift.rows.length === 0 ? [] : [ruleOf(columns)]),
    ...sum('Recebido', received.count, received.total),
    ...refundRow('Devolvido', shift.refunded),
    // Below zero if more was refunded than received. `Centavos` has no sign, so `signed` writes it.
    ...pairOf('Ficou na loja', signed(kept), columns, { bold: true }),
    ruleOf(columns),
    ...(shift.statuses.length === 0
      ? []
      : [
          ...lines('Cobranças por situação', columns, { bold: true }),
          ...shift.statuses.flatMap(({ word, count, total }) =>
            counted(WORDS[panelStatusOfStored(word)], count, total, columns),
          ),
          ruleOf(columns),
        ]),
    ...counted('Pagas com atraso', shift.late, shift.lateTotal, columns),
    ...counted('Encerradas sem confirmação', shift.forced, shift.forcedTotal, columns),
    ...(shift.earlier === undefined || shift.earlier.received.count + shift.earlier.refunded.count === 0
      ? []
      : [
          ...lines('De turnos anteriores', columns, { bold: true }),
          ...sum('Recebido', shift.earlier.received.count, shift.earlier.received.total),
          ...refundRow('Devolvido', shift.earlier.refunded),
        ]),
    ruleOf(columns),
    ...edge('Primeira', shift.first, zone, columns),
    ...edge('Última', shift.last, zone, columns),
    ...lines(`Registro nº ${shift.head.seq}`, columns),
    ...lines(inGroups(shift.head.hash), columns),
    ...(shift.head.key === undefined
      ? []
      : [...lines('Chave da assinatura', columns), ...lines(inGroups(shift.head.key), columns)]),
  ];
}

/** Returns hexadecimal digits in groups of eight. */
function inGroups(digits: string): string {
  return digits.match(/.{1,8}/g)?.join(' ') ?? '';
}

/** Returns a row with a count and a total. Slips of older versions have no total. */
function counted(name: string, count: number, total: Centavos | undefined, columns: Columns): TicketItem[] {
  if (count === 0) return pairOf(name, 'nenhuma', columns);
  return total === undefined
    ? pairOf(name, String(count), columns)
    : pairOf(`${name} (${count})`, reais(total), columns);
}

function sumOf(rows: readonly TicketSum[]): TicketSum {
  return {
    count: rows.reduce((sum, row) => sum + row.count, 0),
    total: rows.reduce((sum, row) => sum + row.total, 0) as Centavos,
  };
}

function edge(name: string, charge: ClosingEdge | null, zone: string, columns: Columns): TicketItem[] {
  if (charge === null) return [];
  const { at, shortCode, amount } = charge;
  return [...pairOf(name, formatDateTime(at, zone), columns), ...pairOf(shortCode, reais(amount), columns)];
}

function signed(amount: number): string {
  const size = reais(Math.abs(amount) as Centavos);
  return amount < 0 ? `- ${size}` : size;
}
