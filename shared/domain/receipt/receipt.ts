import type { EpochMs } from '../../kernel/time.ts';
import { formatDateTime } from '../business-day/format-time.ts';
import type { Charge } from '../charge/charge.ts';
import type { Centavos } from '../money/centavos.ts';
import { formatReais } from '../money/format.ts';
import { shortCode } from '../short-code/short-code.ts';
import { centered, pair, rule, wrapped } from './columns.ts';

/** Characters on a line of 80 mm paper in the usual font. */
export const RECEIPT_WIDTH = 48;

/** The content of a receipt besides the charge. */
export interface ReceiptAbout {
  readonly shopName: string;
  readonly walletName: string;
  /** The name of the operator. Null leaves it out. */
  readonly operator: string | null;
  readonly zone: string;
  readonly training: boolean;
}

type Receipted = Pick<
  Charge,
  | 'id'
  | 'till'
  | 'reference'
  | 'amount'
  | 'paidAmount'
  | 'refundedAmount'
  | 'approvedAt'
  | 'endToEndId'
  | 'late'
>;

/**
 * Returns the customer's receipt of a paid charge, as lines of at most `width` characters. Null if nothing was paid. The receipt
 * says that it is not a fiscal document. In training it says that no money moved.
 */
export function receiptLines(
  charge: Receipted,
  about: ReceiptAbout,
  width: number = RECEIPT_WIDTH,
): string[] | null {
  const { approvedAt } = charge;
  if (approvedAt === null) return null;
  const who = about.operator === null ? [charge.till] : [charge.till, `operador: ${about.operator}`];
  return [
    ...centered(about.shopName.toLocaleUpperCase('pt-BR'), width),
    ...centered(who.join(' · '), width),
    rule(width),
    ...trainingMark(about.training, width),
    ...centered('COMPROVANTE DE PAGAMENTO', width),
    '',
    ...sums(charge, about.walletName, width),
    rule(width),
    ...details(charge, approvedAt, about.zone, width),
    rule(width),
    ...trainingMark(about.training, width),
    ...centered('Não é documento fiscal', width),
    ...centered('Obrigado!', width),
  ];
}

/** Returns the receipt as one text. Every line ends with a line break. */
export function receiptText(charge: Receipted, about: ReceiptAbout, width?: number): string | null {
  const lines = receiptLines(charge, about, width);
  return lines === null ? null : lines.map((line) => `${line}\n`).join('');
}

function trainingMark(training: boolean, width: number): string[] {
  if (!training) return [];
  return [...centered('* TREINAMENTO: NENHUM DINHEIRO FOI MOVIDO *', width), rule(width)];
}

function sums(charge: Receipted, walletName: string, width: number): string[] {
  const { amount, refundedAmount } = charge;
  const paid = charge.paidAmount ?? amount;
  const lines = pair(walletName, money(paid), width);
  if (paid !== amount) lines.unshift(...pair('Cobrado', money(amount), width));
  if (refundedAmount === 0) return lines;
  const kept = (paid - refundedAmount) as Centavos;
  return [
    ...lines,
    ...pair('Devolvido', `- ${money(refundedAmount)}`, width),
    ...pair('Total', money(kept), width),
  ];
}

function details(charge: Receipted, approvedAt: EpochMs, zone: string, width: number): string[] {
  const lines = pair('Pago em', formatDateTime(approvedAt, zone, 'second'), width);
  if (charge.late) lines.push(...wrapped('Pago depois do fim da cobrança', width));
  if (charge.reference !== null) lines.push(...pair('Venda', charge.reference, width));
  lines.push(...pair('Cobrança', shortCode(charge.id), width));
  // The bank identifies the payment by it. A customer who disputes the payment needs all of it.
  if (charge.endToEndId !== null) lines.push(...pair('Id do pagamento', charge.endToEndId, width));
  return lines;
}

/** Returns an amount with a plain space, because a printer may lack the no-break space. */
function money(amount: Centavos): string {
  return `R$ ${formatReais(amount)}`;
}
