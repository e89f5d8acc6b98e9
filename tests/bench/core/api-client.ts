import { Client } from 'undici';
import type { HeadlessTill } from './headless-till.ts';

interface SeenCharge {
  readonly id: string;
  readonly requestId: string;
  readonly status: string;
}

/** The shop's software, as far as the bench needs one: it makes charges, ends them, and listens to events. */
export interface ApiClient {
  /** Makes a charge. Resolves, when the events say that it is pending, with its id and the ms since before the request. */
  charge(amount: number): Promise<{ readonly id: string; readonly ms: number }>;
  /** Gives a charge up and waits until that is certain. */
  cancel(id: string): Promise<void>;
  close(): Promise<void>;
}

export async function connectToApi(till: HeadlessTill): Promise<ApiClient> {
  const client = new Client(till.api);
  const events = new Client(till.api, { bodyTimeout: 0 });
  const headers = { authorization: `Bearer ${till.token}`, 'content-type': 'application/json' };
  const waiting = new Map<string, () => void>();
  const stream = await events.request({ method: 'GET', path: '/v1/events', headers });
  if (stream.statusCode !== 200) throw new Error(`GET /v1/events: ${stream.statusCode}`);

  let rest = '';
  stream.body.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\n\n');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const data = message.split('\n').find((line) => line.startsWith('data: '));
      if (data !== undefined) hear((JSON.parse(data.slice(6)) as { charge: SeenCharge | null }).charge);
    }
  });
  stream.body.on('error', () => undefined); // the till was stopped

  const hear = (charge: SeenCharge | null): void => {
    if (charge === null) return;
    for (const key of [`${charge.requestId} ${charge.status}`, `${charge.id} ${charge.status}`])
      waiting.get(key)?.();
  };

  const until = (key: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`${key}: no such event within 10 s`)), 10_000);
      waiting.set(key, () => {
        waiting.delete(key);
        clearTimeout(limit);
        resolve();
      });
    });

  const post = async (path: string, body: object): Promise<SeenCharge> => {
    const answer = await client.request({ method: 'POST', path, headers, body: JSON.stringify(body) });
    const json = (await answer.body.json()) as SeenCharge;
    if (answer.statusCode >= 300)
      throw new Error(`POST ${path}: ${answer.statusCode} ${JSON.stringify(json)}`);
    return json;
  };

  return {
    async charge(amount) {
      const requestId = `bench-${crypto.randomUUID()}`;
      const startedAt = performance.now();
      const [ms, { id }] = await Promise.all([
        until(`${requestId} pending`).then(() => performance.now() - startedAt),
        post('/v1/charges', { requestId, amount }),
      ]);
      return { id, ms };
    },
    async cancel(id) {
      const cancelled = until(`${id} cancelled`);
      await post(`/v1/charges/${id}/cancel`, {});
      await cancelled;
    },
    async close() {
      await Promise.all([client.destroy(), events.destroy()]);
    },
  };
}
