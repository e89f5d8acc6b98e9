import type { Input } from '../../../shared/contract/index.ts';
import { parseReais } from '../../../shared/domain/money/parse-reais.ts';

export interface ReceiptText {
  readonly end: string;
  readonly amount: string;
  readonly minute: string;
}

export type ReceiptProblem = 'badEnd' | 'badAmount' | 'badMinute';

/** What was typed off a receipt, as the core asks for it, or which field does not say anything. */
export function receiptQuery(text: ReceiptText): Input<'charge/check-receipt'> | ReceiptProblem {
  const end = text.end.replaceAll(/\s/g, '');
  if (end !== '' && !/^[A-Za-z0-9]{4,32}$/.test(end)) return 'badEnd';
  const amount = parseReais(text.amount);
  if (!amount.ok && amount.error !== 'empty') return 'badAmount';
  const clock = /^([01]?\d|2[0-3])[:h]?([0-5]\d)$/i.exec(text.minute.trim());
  if (clock === null && text.minute.trim() !== '') return 'badMinute';
  return {
    endToEndEnd: end === '' ? null : end,
    amount: amount.ok ? amount.value : null,
    minute: clock === null ? null : Number(clock[1]) * 60 + Number(clock[2]),
  };
}
