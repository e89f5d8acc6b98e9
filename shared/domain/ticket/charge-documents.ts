import type { EpochMs } from '../../kernel/time.ts';
import { formatDateTime, formatTime } from '../business-day/format-time.ts';
import type { Centavos } from '../money/centavos.ts';
import { formatReais } from '../money/format.ts';
import { barcodeOf, shortCode } from '../short-code/short-code.ts';
import type { TicketCharge, TicketContext } from './context.ts';
import { lines, middle, pairOf, ruleOf } from './items.ts';
import type { Columns, TicketItem } from './ticket.ts';

/** Returns a QR slip: the QR, until when it can be paid, and the short code. Throws a RangeError for a charge without a QR. */
export function qrSlipBody(charge: TicketCharge, { zone }: TicketContext, columns: Columns): TicketItem[] {
  const { brCode, deadlineAt } = charge;
  if (brCode === null || deadlineAt === null) throw new RangeError('a QR slip of a charge without a QR');
  const code = shortCode(charge.id);
  return [
    ...middle(`Pague com ${charge.walletName}`, columns, { bold: true }),
    ...middle(reais(charge.amount), columns, { bold: true, size: 2 }),
    { kind: 'qr', data: brCode, form: 'profile' },
    ...middle(`Válido até ${formatTime(deadlineAt, zone)}`, columns, { bold: true }),
    ...middle('Depois desse horário, não pague.', columns),
    ...middle('Peça outro QR no caixa.', columns),
    ruleOf(columns),
    ...middle('Sem câmera? Peça no caixa', columns),
    ...middle('o Pix copia e cola do código', columns),
    ...middle(code, columns, { bold: true, size: 2 }),
    { kind: 'barcode', data: barcodeOf(code) },
    ...about(charge, columns),
  ];
}

/** Returns a receipt: the customer's proof of payment. Throws a RangeError for an unpaid charge. */
export function receiptBody(charge: TicketCharge, context: TicketContext, columns: Columns): TicketItem[] {
  return [
    ...middle('COMPROVANTE DE PAGAMENTO', columns, { bold: true }),
    ...middle(reais(paid(charge)), columns, { bold: true, size: 2 }),
    ...payment(charge, context, columns),
    ...refundLines(charge, columns),
    ...details(charge, context, columns),
    ...middle('Obrigado!', columns),
  ];
}

/** Returns the slip of a charge that was given up. It tells the customer not to pay the QR. */
export function cancelBody(charge: TicketCharge, context: TicketContext, columns: Columns): TicketItem[] {
  const at = charge.closedAt;
  return [
    ...middle('COBRANÇA CANCELADA', columns, { bold: true }),
    ...middle(reais(charge.amount), columns, { bold: true, size: 2 }),
    ...middle('Não pague o QR desta cobrança', columns, { bold: true }),
    ...pairOf('Forma', charge.walletName, columns),
    ...(at === null ? [] : pairOf('Cancelada em', when(at, context), columns)),
    ...details(charge, context, columns),
  ];
}

/** Returns the slip of a late payment. Throws a RangeError for an unpaid charge. */
export function lateBody(charge: TicketCharge, context: TicketContext, columns: Columns): TicketItem[] {
  return [
    ...middle('PAGO COM ATRASO', columns, { bold: true }),
    ...middle(reais(paid(charge)), columns, { bold: true, size: 2 }),
    ...lines('O pagamento chegou depois do fim da cobrança.', columns),
    ...payment(charge, context, columns),
    ...refundLines(charge, columns),
    ...details(charge, context, columns),
  ];
}

/** Returns the slip of a refund, full or partial, with the rest that the shop keeps. Throws a RangeError for an unpaid charge. */
export function refundBody(
  charge: TicketCharge,
  refund: { readonly amount: Centavos; readonly at: EpochMs },
  context: TicketContext,
  columns: Columns,
): TicketItem[] {
  const isFull = paid(charge) === charge.refundedAmount;
  return [
    ...middle(isFull ? 'DEVOLUÇÃO TOTAL' : 'DEVOLUÇÃO PARCIAL', columns, { bold: true }),
    ...middle(reais(refund.amount), columns, { bold: true, size: 2 }),
    ...pairOf('Devolvido em', when(refund.at, context), columns),
    ...payment(charge, context, columns),
    ...pairOf('Valor pago', reais(paid(charge)), columns),
    ...refundLines(charge, columns),
    ...details(charge, context, columns),
    ...lines('O valor volta para a conta que pagou.', columns),
  ];
}

/** Returns an amount as `R$ 1.234,56`, with a plain space that every printer has. */
export function reais(amount: Centavos): string {
  return `R$ ${formatReais(amount)}`;
}

function paid(charge: TicketCharge): Centavos {
  if (charge.approvedAt === null) throw new RangeError('a proof of payment for what was not paid');
  return charge.paidAmount ?? charge.amount;
}

function payment(charge: TicketCharge, context: TicketContext, columns: Columns): TicketItem[] {
  const { approvedAt, amount } = charge;
  if (approvedAt === null) throw new RangeError('a proof of payment for what was not paid');
  return [
    ...pairOf('Forma', charge.walletName, columns),
    ...(paid(charge) === amount ? [] : pairOf('Cobrado', reais(amount), columns)),
    ...pairOf('Pago em', when(approvedAt, context), columns),
  ];
}

function refundLines(charge: TicketCharge, columns: Columns): TicketItem[] {
  if (charge.refundedAmount === 0) return [];
  const kept = (paid(charge) - charge.refundedAmount) as Centavos;
  return [
    ...pairOf('Já devolvido', reais(charge.refundedAmount), columns),
    ...pairOf('Resta com a loja', reais(kept), columns, { bold: true }),
  ];
}

function details(charge: TicketCharge, { operator }: TicketContext, columns: Columns): TicketItem[] {
  const { endToEndId } = charge;
  return [
    ruleOf(columns),
    ...pairOf('Cobrança', shortCode(charge.id), columns),
    ...about(charge, columns),
    ...(operator === null ? [] : pairOf('Operador', operator, columns)),
    // The bank identifies the payment by it. A customer who disputes the payment needs all of it.
    ...(endToEndId === null ? [] : pairOf('Id do pagamento', endToEndId, columns)),
  ];
}

function about(charge: TicketCharge, columns: Columns): TicketItem[] {
  const { reference } = charge;
  return [
    ...(reference === null ? [] : pairOf('Pedido', reference, columns)),
    ...pairOf('Caixa', charge.till, columns),
  ];
}

function when(at: EpochMs, { zone }: TicketContext): string {
  return formatDateTime(at, zone, 'second');
}
