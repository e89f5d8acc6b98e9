import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The parsed JSON; undefined for an empty body. */
  readonly json: Record<string, unknown>;
}

const agent = new Agent({ keepAlive: true });

/** Sends one request. `Host` and `Origin` can be any. A text or bytes as `body` are sent unchanged. */
export function httpCall(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  body?: unknown,
): Promise<Answer> {
  const isSent = body === undefined || typeof body === 'string' || Buffer.isBuffer(body);
  const text = isSent ? body : JSON.stringify(body);
  const length = text === undefined ? {} : { 'content-length': String(Buffer.byteLength(text)) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers: { ...length, ...headers } }, (message) => {
      let received = '';
      message.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
      message.on('error', reject);
      message.on('end', () => {
        const json = received === '' ? undefined : (JSON.parse(received) as unknown);
        resolve({
          status: message.statusCode ?? 0,
          headers: message.headers,
          json: json as Record<string, unknown>,
        });
      });
    });
    sent.on('error', reject);
    sent.end(text);
  });
}

/** A client of the local API with its token. */
export interface ApiClient {
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
}

export function apiClient(url: string, token: string): ApiClient {
  const authorization = `Bearer ${token}`;
  return {
    get: (path) => httpCall('GET', url + path, { authorization }),
    post: (path, body) =>
      httpCall(
        'POST',
        url + path,
        { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        body,
      ),
  };
}
