import type { ChargeStatus, Forced, ProblemCode } from '../../../../shared/domain/charge/charge.ts';
import { reais } from './reais.ts';

/** The facts about a charge that its figures do not show. Money in centavos. */
interface Noted {
  readonly status: ChargeStatus;
  readonly problem: ProblemCode | null;
  /** The amount of the refund that was asked for and is not confirmed yet. */
  readonly pendingRefund: number | null;
  readonly forced: Forced['outcome'] | null;
  /** True when money arrived and the gateway does not say how much. */
  readonly amountUnknown: boolean;
}

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

/** Returns the notes on a charge that its figures do not show; null when there are none. */
export function observationOf({
  status,
  problem,
  pendingRefund,
  forced,
  amountUnknown,
}: Noted): string | null {
  // An unknown amount is not said to be a different one.
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
