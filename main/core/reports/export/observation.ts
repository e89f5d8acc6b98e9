import type { Forced, ProblemCode } from '../../../../shared/domain/charge/charge.ts';
import type { ChargeLine } from '../../search/charge-lines.ts';
import { reais } from './reais.ts';

const PROBLEMS: Readonly<Record<ProblemCode, string>> = {
  'gateway-refused': 'a Rede recusou a cobrança',
  'no-answer-twice': 'sem resposta válida da Rede em duas tentativas',
  'qr-mismatch': 'o QR não conferia com a venda',
  'paid-other-amount': 'o valor pago é diferente do valor da venda',
  'paid-twice': 'paga mais de uma vez',
  'unknown-word': 'a Rede respondeu algo desconhecido',
  'refund-refused': 'a Rede recusou a devolução',
  'refund-unclear': 'não se sabe quanto foi devolvido: confira no painel',
};

const FORCED: Readonly<Record<Forced['outcome'], string>> = {
  paid: 'encerrada como paga, sem confirmação',
  'not-paid': 'encerrada como não paga, sem confirmação',
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
    amountUnknown ? 'paga, e a Rede não disse quanto' : null,
    problem === null || isAmount ? null : PROBLEMS[problem],
    pendingRefund === null ? null : `devolução de R$ ${reais(pendingRefund, ',')} a caminho`,
    status === 'refund_pending' && pendingRefund === null ? 'a Rede está devolvendo' : null,
    forced === null ? null : FORCED[forced],
  ].filter((words) => words !== null);
  return said.length === 0 ? null : said.join('; ');
}
