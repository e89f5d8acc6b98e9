import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';

/**
 * The failures of the API: status, title, and what to do if the call says nothing more exact. A code never changes, its words
 * may. The words are Portuguese, because tills show them.
 */
const PROBLEMS = {
  invalid_http: [400, 'O pedido não é HTTP válido', 'Confira a linha do pedido e os cabeçalhos.'],
  invalid_json: [400, 'O corpo não é JSON', 'Envie um objeto JSON em UTF-8.'],
  invalid_request: [400, 'O pedido não está no formato esperado', 'Compare o pedido com a documentação.'],
  unauthorized: [401, 'Falta o token da API, ou não é o atual', 'Envie Authorization: Bearer e o token.'],
  forbidden_host: [403, 'A API só atende nesta máquina', 'Use o endereço do arquivo api.json.'],
  forbidden_origin: [403, 'A API não atende páginas da web', 'Chame a API de um programa, sem Origin.'],
  pin_required: [403, 'PIN ausente ou errado', 'Peça o PIN à pessoa que pode fazer isto.'],
  second_manager_needed: [
    403,
    'O valor passa do limite da loja',
    'Envie também secondOperator e secondPin, de outro gerente.',
  ],
  pin_locked: [
    403,
    'O PIN está bloqueado depois de muitos erros',
    'Outro gerente o libera em Ajustes, Pessoas.',
  ],
  not_found: [404, 'Não existe cobrança com este id', 'Use o id que a criação da cobrança devolveu.'],
  unknown_call: [404, 'A API não tem esta chamada', 'Confira o caminho na documentação.'],
  method_not_allowed: [405, 'Esta chamada não aceita este método', 'Use um dos métodos do cabeçalho Allow.'],
  request_timeout: [408, 'O pedido demorou demais para chegar', 'Envie o pedido inteiro em até 10 segundos.'],
  unsettled_charge: [409, 'Há uma cobrança em aberto', 'Resolva a cobrança de chargeId antes.'],
  request_id_reused: [
    409,
    'Este requestId já foi usado com outro conteúdo',
    'Use um requestId novo para cada pedido.',
  ],
  not_cancellable: [409, 'A cobrança não pode mais ser cancelada', 'Veja a situação em chargeStatus.'],
  not_approved: [409, 'A cobrança não está aprovada', 'Veja a situação em chargeStatus.'],
  not_refundable: [409, 'A cobrança não pode ser devolvida agora', 'Veja a situação em chargeStatus.'],
  keys_unconfirmed: [
    409,
    'As chaves da Conexão Rede foram trocadas fora do Balcão',
    'Um gerente precisa conferir as chaves no caixa.',
  ],
  shift_of_another: [409, 'O turno aberto é de outra pessoa', 'Essa pessoa ou um gerente fecha o turno.'],
  no_shift: [409, 'Não há turno aberto', 'Abra um turno antes.'],
  body_too_large: [413, 'O corpo passa de 64 KiB', 'Envie menos dados.'],
  unsupported_media_type: [415, 'O corpo deve ser application/json', 'Envie JSON sem compressão.'],
  expectation_failed: [417, 'A API não atende este Expect', 'Envie o pedido sem o cabeçalho Expect.'],
  invalid_amount: [
    422,
    'O valor deve ser um número inteiro de centavos, maior que zero',
    'Para R$ 12,34 envie 1234.',
  ],
  above_limit: [422, 'O valor passa do limite deste caixa', 'O maior valor está em limit.'],
  below_minimum: [422, 'O valor é menor que o mínimo da carteira', 'O menor valor está em limit.'],
  unknown_wallet: [422, 'Este caixa não tem esta carteira', 'Veja as carteiras em GET /v1/wallets.'],
  exceeds_refundable: [422, 'O valor é maior do que ainda pode ser devolvido', 'Devolva um valor menor.'],
  invalid_request_id: [
    422,
    'requestId: de 8 a 64 caracteres entre A-Z a-z 0-9 . _ -',
    'Por exemplo: pdv-8841-1.',
  ],
  too_many_pin_failures: [
    429,
    'Muitos PINs errados: espere antes de tentar de novo',
    'Retry-After tem os segundos.',
  ],
  headers_too_large: [431, 'Os cabeçalhos são grandes demais', 'Envie menos cabeçalhos.'],
  internal: [500, 'Erro interno', 'O registro do Balcão tem os detalhes.'],
  storage_failed: [
    503,
    'O disco não aceitou a gravação; nada foi cobrado',
    'Libere espaço no disco, feche outros programas que usem os dados do Balcão e repita o pedido.',
  ],
  not_ready: [503, 'O caixa está trocando de modo', 'Tente de novo em um segundo.'],
  too_many_streams: [503, 'Já há leitores demais em /v1/events', 'Feche um leitor e tente de novo.'],
} as const satisfies Record<string, readonly [status: number, title: string, detail: string]>;

/** The code of a failure. */
export type ProblemCode = keyof typeof PROBLEMS;

/** Members beside the standard ones, such as `chargeId`. */
export type ProblemExtras = Readonly<Record<string, unknown>>;

const TYPE = 'application/problem+json; charset=utf-8';

/** Sends a problem of RFC 9457. `detail` says what is wrong with this request. */
export function sendProblem(
  reply: FastifyReply,
  code: ProblemCode,
  extras: ProblemExtras = {},
  detail?: string,
): FastifyReply {
  return reply
    .code(PROBLEMS[code][0])
    .type(TYPE)
    .send(bodyOf(code, extras, detail));
}

/** Returns the whole answer of a problem, for a connection whose request is no HTTP. The connection ends with it. */
export function rawProblem(code: ProblemCode): string {
  const [status] = PROBLEMS[code];
  const body = bodyOf(code, {});
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Content-Type: ${TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

function bodyOf(code: ProblemCode, extras: ProblemExtras, detail: string = PROBLEMS[code][2]): string {
  const [status, title] = PROBLEMS[code];
  return JSON.stringify({ type: `urn:balcao:problem:${code}`, title, status, detail, code, ...extras });
}

/** A code of the core, `unsettled-charge`, as the API writes it: `unsettled_charge`. */
export type Underscored<C extends string> = C extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : C;

/** Returns a code of the core as the API writes it. */
export function underscored<C extends string>(code: C): Underscored<C> {
  return code.replaceAll('-', '_') as Underscored<C>;
}
