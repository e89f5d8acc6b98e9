import type { Input } from '../../../shared/contract/index.ts';
import type { Centavos } from '../../../shared/domain/money/centavos.ts';

export interface ReceiptText {
  readonly end: string;
  readonly minute: string;
}

export type ReceiptProblem = 'badEnd' | 'badMinute';

/** Returns what was typed off a receipt as the core asks for it, or which field is not valid. An amount of zero is any amount. */
export function receiptQuery(
  text: ReceiptText,
  amount: Centavos,
): Input<'charge/check-receipt'> | ReceiptProblem {
  const end = text.end.replaceAll(/\s/g, '');
  if (end !== '' && !/^[A-Za-z0-9]{4,32}$/.test(end)) return 'badEnd';
  const clock = /^([01]?\d|2[0-3])[:h]?([0-5]\d)$/i.exec(text.minute.trim());
  if (clock === null && text.minute.trim() !== '') return 'badMinute';
  return {
    endToEndEnd: end === '' ? null : end,
    amount: amount === 0 ? null : amount,
    minute: clock === null ? null : Number(clock[1]) * 60 + Number(clock[2]),
  };
}
