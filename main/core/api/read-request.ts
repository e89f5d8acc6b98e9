import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem } from './problem.ts';
import { repeatedName } from './repeated-name.ts';

/** A request that is refused before its call runs. */
interface Unreadable {
  readonly code: 'invalid_http' | 'invalid_json' | 'invalid_request' | 'unsupported_media_type';
  readonly detail: string;
  readonly field?: string;
}

/** An error of the body's parser. */
export interface UnreadableBody extends Error {
  readonly unreadable: Unreadable;
}

/** Refuses requests that two programs could read in different ways, and queries that are not UTF-8. */
export function addRequestRules(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    const unreadable = ambiguous(request) ?? coded(request) ?? badQuery(request.raw.url ?? '');
    if (unreadable === null) return done();
    const { code, field, detail } = unreadable;
    // What follows such a request on its connection may be read in two ways too.
    void reply.header('connection', 'close');
    return void sendProblem(reply, code, field === undefined ? {} : { field }, detail);
  });
}

/** Reads bodies as JSON in UTF-8. No other content type is read. */
export function addBodyParser(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const read = readBody(request.headers['content-type'] ?? '', body as Buffer);
    if ('value' in read) done(null, read.value);
    else done(Object.assign(new Error(read.detail), { unreadable: read }) satisfies UnreadableBody);
  });
}

/** RFC 9112, sections 3.2 and 3.2.2: one Host, and an absolute target of the same host. */
function ambiguous({ raw }: Pick<FastifyRequest, 'raw'>): Unreadable | null {
  const hosts = raw.rawHeaders.filter((name, place) => place % 2 === 0 && name.toLowerCase() === 'host');
  if (hosts.length !== 1)
    return { code: 'invalid_http', field: 'Host', detail: 'O pedido deve ter um cabeçalho Host, e só um.' };
  const target = raw.url ?? '';
  if (target.startsWith('/') || target === '*') return null;
  const authority = /^https?:\/\/([^/?#]*)/i.exec(target)?.[1];
  if (authority?.toLowerCase() === raw.headers.host?.toLowerCase()) return null;
  return { code: 'invalid_http', field: 'Host', detail: 'O endereço do pedido e o cabeçalho Host diferem.' };
}

/** A body is sent as it is: no compression, and only the transfer coding that ends it. */
function coded({ headers }: Pick<FastifyRequest, 'headers'>): Unreadable | null {
  const transfer = headers['transfer-encoding'];
  if (transfer !== undefined && transfer.trim().toLowerCase() !== 'chunked')
    return { code: 'invalid_http', field: 'Transfer-Encoding', detail: 'Só chunked é aceito.' };
  const content = headers['content-encoding'];
  if (content === undefined || content.trim().toLowerCase() === 'identity') return null;
  return {
    code: 'unsupported_media_type',
    field: 'Content-Encoding',
    detail: 'Envie o corpo sem compressão.',
  };
}

/** Returns what is wrong with the query of a target: a name that objects inherit, or bytes that are not UTF-8. */
function badQuery(target: string): Unreadable | null {
  const start = target.indexOf('?');
  if (start === -1) return null;
  for (const pair of target.slice(start + 1).split('&')) {
    const equals = pair.indexOf('=');
    const name = decoded(equals === -1 ? pair : pair.slice(0, equals));
    if (name === null || (equals !== -1 && decoded(pair.slice(equals + 1)) === null))
      return {
        code: 'invalid_request',
        field: name?.slice(0, 60) ?? 'query',
        detail: 'A consulta deve estar em UTF-8, codificada com %XX.',
      };
    if (isInherited(name))
      return { code: 'invalid_request', field: name, detail: `Campo desconhecido: ${name}` };
  }
  return null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });
/** The names of UTF-8, and of its subset ASCII. */
const CHARSETS: ReadonlySet<string> = new Set(['utf-8', 'utf8', 'us-ascii']);

/** Returns the value of a body, or why it cannot be read. An empty body is undefined. Skips a leading byte order mark. */
function readBody(contentType: string, body: Buffer): { readonly value: unknown } | Unreadable {
  const charset = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8';
  if (!CHARSETS.has(charset)) {
    const detail = `O corpo deve estar em UTF-8, não em ${charset.slice(0, 30)}.`;
    return { code: 'invalid_json', field: 'Content-Type', detail };
  }
  let text: string;
  try {
    text = UTF8.decode(body);
  } catch {
    return {
      code: 'invalid_json',
      detail: 'O corpo não está em UTF-8: converta os acentos antes de enviar.',
    };
  }
  if (text === '') return { value: undefined };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { code: 'invalid_json', detail: 'O corpo não é um JSON completo e válido.' };
  }
  const twice = repeatedName(text)?.slice(0, 60);
  if (twice === undefined) return { value };
  return { code: 'invalid_request', field: twice, detail: `Campo repetido: ${twice}` };
}

/** True for a name that every object has, such as `constructor` and `__proto__`. No call has a field of such a name. */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}
