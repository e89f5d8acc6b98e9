import { readFileSync } from 'node:fs';
import { startApi, type Api } from '../../../main/core/api/start-api.ts';
import { createLogger } from '../../../main/core/boot/core-logger.ts';
import { ownProcess } from '../../../main/core/boot/own-process.ts';
import { systemClock } from '../../../main/core/boot/system-ports.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../core/start-test-core.ts';
import { apiClient, type ApiClient } from './http-call.ts';

export interface TestApi extends ApiClient {
  readonly app: TestCore;
  readonly api: Api;
  token(): string;
  /** A charge made over the API; fails the test when that was refused. */
  charge(amount: number, more?: Record<string, unknown>): Promise<string>;
  /** Resolves once `status` holds. */
  until(id: string, status: Charge['status']): Promise<Charge>;
  /** Makes room for the next charge. */
  cancel(id: string): Promise<void>;
  stop(): Promise<void>;
}

let requests = 0;

/** Returns a new name for a request. */
export function freshRequestId(): string {
  requests += 1;
  return `test-${process.pid}-${Date.now()}-${requests}`;
}

/** Starts the real core in training and its API on a free port. No person is signed in by default. */
export async function startTestApi(options: { signedIn?: boolean } = {}): Promise<TestApi> {
  const folder = temporaryFolder();
  const app = await startTestCore(folder.path, { signedIn: options.signedIn ?? false });
  const logger = createLogger((record) => app.logs.push(record), systemClock);
  const started = await startApi({
    core: app.core,
    dataDir: folder.path,
    version: '1.2.3',
    port: 0,
    process: ownProcess,
    stop: () => undefined,
    clock: systemClock,
    logger,
  });
  if (!started.ok) throw new Error(`the API did not start: ${started.error}`);
  const api = started.value;
  const token = (): string => readFileSync(api.tokenFile, 'utf8').trim();
  const client = apiClient(api.url, token());
  const until = (id: string, status: Charge['status']): Promise<Charge> =>
    app.charge(id, (charge) => charge.status === status);
  return {
    ...client,
    app,
    api,
    token,
    until,
    async charge(amount, more = {}) {
      const answer = await client.post('/v1/charges', { requestId: freshRequestId(), amount, ...more });
      if (answer.status !== 201) throw new Error(`not charged: ${JSON.stringify(answer.json)}`);
      return String(answer.json['id']);
    },
    async cancel(id) {
      await client.post(`/v1/charges/${id}/cancel`, {});
      await until(id, 'cancelled');
    },
    async stop() {
      await api.close();
      await app.stop();
      folder.remove();
    },
  };
}
