import type { FastifyReply } from 'fastify';

/** The failures of the API. A code never changes, its words may. The words are Portuguese, because tills show them. */
const PROBLEMS = {
  invalid_json: [400, 'O corpo não é JSON'],
  invalid_request: [400, 'O pedido não está no formato esperado'],
  unauthorized: [401, 'Falta o token da API, ou não é o atual'],
  forbidden_host: [403, 'A API só atende nesta máquina'],
  forbidden_origin: [403, 'A API não atende páginas da web'],
  pin_required: [403, 'PIN ausente ou errado'],
  second_manager_needed: [
    403,
    'O valor passa do limite da loja: envie também secondOperator e secondPin, de outro gerente',
  ],
  pin_locked: [
    403,
    'O PIN está bloqueado depois de muitos erros: outro gerente o libera em Ajustes, Pessoas',
  ],
  not_found: [404, 'Não existe cobrança com este id'],
  unknown_call: [404, 'A API não tem esta chamada'],
  unsettled_charge: [409, 'Há uma cobrança não resolvida'],
  request_id_reused: [409, 'Este requestId já foi usado com outro conteúdo'],
  not_cancellable: [409, 'A cobrança não pode mais ser cancelada'],
  not_approved: [409, 'A cobrança não está aprovada'],
  not_refundable: [409, 'A cobrança não pode ser devolvida agora'],
  keys_unconfirmed: [
    409,
    'As chaves do gateway mudaram fora do Balcão; um gerente precisa conferir no caixa',
  ],
  shift_of_another: [409, 'O turno aberto é de outra pessoa'],
  no_shift: [409, 'Não há turno aberto'],
  body_too_large: [413, 'O corpo passa de 64 KiB'],
  unsupported_media_type: [415, 'O corpo deve ser application/json'],
  invalid_amount: [422, 'O valor deve ser um número inteiro de centavos, maior que zero'],
  above_limit: [422, 'O valor passa do limite deste caixa'],
  below_minimum: [422, 'O valor é menor que o mínimo da carteira'],
  unknown_wallet: [422, 'Este caixa não tem esta carteira'],
  exceeds_refundable: [422, 'O valor é maior do que ainda pode ser devolvido'],
  invalid_request_id: [422, 'requestId: de 8 a 64 caracteres entre A-Z a-z 0-9 . _ -'],
  too_many_pin_failures: [429, 'Muitos PINs errados: espere antes de tentar de novo'],
  internal: [500, 'Erro interno; o registro do Balcão tem os detalhes'],
  storage_failed: [503, 'O disco não aceitou a gravação; nada foi cobrado'],
  not_ready: [503, 'O caixa está trocando de modo; tente de novo em um segundo'],
  too_many_streams: [503, 'Já há leitores demais em /v1/events'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

/** The code of a failure. */
export type ProblemCode = keyof typeof PROBLEMS;

/** Members beside the standard ones, such as `chargeId`. */
export type ProblemExtras = Readonly<Record<string, unknown>>;

/** Sends a problem of RFC 9457. `detail` says what is wrong with this request. */
export function sendProblem(
  reply: FastifyReply,
  code: ProblemCode,
  extras: ProblemExtras = {},
  detail: string = PROBLEMS[code][1],
): FastifyReply {
  const [status, title] = PROBLEMS[code];
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ type: `urn:balcao:problem:${code}`, title, status, detail, code, ...extras }));
}

/** A code of the core, `unsettled-charge`, as the API writes it: `unsettled_charge`. */
export type Underscored<C extends string> = C extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : C;

/** Returns a code of the core as the API writes it. */
export function underscored<C extends string>(code: C): Underscored<C> {
  return code.replaceAll('-', '_') as Underscored<C>;
}
