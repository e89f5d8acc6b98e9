import type { Forced, ProblemCode } from '../../../../shared/domain/charge/charge.ts';
import type { ChargeLine } from '../../search/charge-lines.ts';
import { reais } from './reais.ts';

const PROBLEMS: Readonly<Record<ProblemCode, string>> = {
  'gateway-refused': 'o gateway recusou a cobrança',
  'no-answer-twice': 'o gateway não deu resposta válida duas vezes',
  'qr-mismatch': 'o QR não conferia com a venda',
  'paid-other-amount': 'o valor pago é diferente do valor da venda',
  'paid-twice': 'paga mais de uma vez',
  'unknown-word': 'o gateway respondeu algo desconhecido',
  'refund-refused': 'o banco recusou o estorno',
  'refund-unclear': 'não se sabe quanto foi estornado: confira no painel',
};

const FORCED: Readonly<Record<Forced['outcome'], string>> = {
  paid: 'dada como paga, sem prova',
  'not-paid': 'dada como não paga, sem prova',
};

/**
 * Returns the notes on a charge that its figures do not show; null without a note. `amountUnknown` is true if the charge was paid
 * and the gateway does not say how much.
 */
export function observationOf(line: ChargeLine, amountUnknown: boolean): string | null {
  const { status, problem, pendingRefund, forced } = line;
  // If the paid amount is unknown, it is not called different.
  const isAmount = problem === 'paid-other-amount' && amountUnknown;
  const said = [
    amountUnknown ? 'paga, e o gateway não disse quanto' : null,
    problem === null || isAmount ? null : PROBLEMS[problem],
    pendingRefund === null ? null : `estorno de R$ ${reais(pendingRefund, ',')} a caminho`,
    status === 'refund_pending' && pendingRefund === null ? 'o gateway está estornando' : null,
    forced === null ? null : FORCED[forced],
  ].filter((words) => words !== null);
  return said.length === 0 ? null : said.join('; ');
}
