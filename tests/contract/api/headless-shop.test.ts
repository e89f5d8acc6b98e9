import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault, FaultRequest } from '../../../main/core/gateway/training/faults.ts';
import {
  startTrainingGateway,
  type TrainingGateway,
} from '../../../main/core/gateway/training/start-training-gateway.ts';
import { systemClock, systemRandom } from '../../../main/core/boot/system-ports.ts';
import type { ReadEvent } from '../../support/api/event-reader.ts';
import { secretFile, startHeadless, type Headless } from '../../support/api/start-headless.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';

/** The till with a shop's own keys, against a gateway that outlives it: here a process of its own can be killed. */
describe('the headless till with credentials', () => {
  const folder = temporaryFolder();
  let shops = 0;
  let gateway: TrainingGateway;
  let asked: FaultRequest[];
  let fault: ((request: FaultRequest) => Fault | null) | null;
  let start: () => Promise<Headless>;

  const openGateway = (port = 0, credentials?: TrainingGateway['credentials']): Promise<TrainingGateway> =>
    startTrainingGateway({
      clock: systemClock,
      random: systemRandom,
      logger: keptLogger().logger,
      port,
      ...(credentials === undefined ? {} : { credentials }),
      faults: (request) => {
        asked.push(request);
        return fault?.(request) ?? null;
      },
    });

  beforeEach(async () => {
    shops += 1;
    asked = [];
    fault = null;
    gateway = await openGateway();
    const keys = { baseUrl: gateway.baseUrl, ...gateway.credentials };
    const file = secretFile(join(folder.path, `keys-${shops}`), keys);
    const dataDir = join(folder.path, `shop-${shops}`);
    start = () => startHeadless('--data-dir', dataDir, '--api-port', '0', '--credentials', file);
  });
  afterEach(() => gateway.close());
  afterAll(() => folder.remove());

  const is =
    (status: string) =>
    ({ data }: ReadEvent): boolean =>
      (data['charge'] as { status?: string } | null)?.status === status;

  it('works with real keys, and says nothing of them', async () => {
    const till = await start();
    const status = await till.get('/v1/status');
    expect(status.json).toMatchObject({ mode: 'production', gateway: { online: true } });
    expect(status.json).not.toHaveProperty('trainingPhoneUrl');
    const { stdout, stderr } = await till.kill('SIGTERM');
    for (const secret of Object.values(gateway.credentials)) expect(stdout + stderr).not.toContain(secret);
  });

  it('finds a payment that was made while it was dead', async () => {
    const before = await start();
    const events = await before.events();
    await before.post('/v1/charges', { requestId: 'paid-meanwhile', amount: 2590 });
    const { data } = await events.find(is('pending'));
    const { id, gatewayOrderId } = data['charge'] as { id: string; gatewayOrderId: string };
    await before.kill('SIGKILL');
    expect(gateway.customer.pay(gatewayOrderId).ok).toBe(true);
    asked.length = 0;
    const after = await start();
    expect(
      asked.some(({ path }) => path === `/order/${gatewayOrderId}`),
      'it was asked about',
    ).toBe(true);
    const { json } = await after.get(`/v1/charges/${id}`);
    expect(json).toMatchObject({ status: 'approved', paidAmount: 2590, late: false, settled: false });
    expect((await after.get('/v1/status')).json['unsettled']).toEqual([id]);
    expect((await after.post(`/v1/charges/${id}/finalize`)).status).toBe(200);
  });

  it('never sends a create twice: killed before the answer, it asks under another reference', async () => {
    const before = await start();
    const isCreate = ({ method, path }: FaultRequest): boolean => method === 'POST' && path === '/order';
    const arrived = Promise.withResolvers<void>();
    fault = (request) => {
      if (!isCreate(request)) return null;
      arrived.resolve();
      return { kind: 'delay', ms: 60_000, before: 'answering' };
    };
    const made = await before.post('/v1/charges', { requestId: 'killed-in-between', amount: 700 });
    await arrived.promise;
    await before.kill('SIGKILL');
    fault = null;
    const after = await start();
    const events = await after.events('0');
    await events.find(is('pending'));
    const { json } = await after.get(`/v1/charges/${String(made.json['id'])}`);
    expect(json).toMatchObject({ status: 'pending', attempts: 2 });
    const references = gateway.customer.orders().map(({ orderRef }) => orderRef);
    expect(new Set(references).size).toBe(references.length);
    expect(json['orderRef']).toBe(references[0]);
  });

  it('takes a cancel that was asked for to its end after a kill', async () => {
    const before = await start();
    const events = await before.events();
    await before.post('/v1/charges', { requestId: 'cancelled-then-killed', amount: 700 });
    const { data } = await events.find(is('pending'));
    const { id } = data['charge'] as { id: string };
    fault = ({ method }) => (method === 'DELETE' ? { kind: 'lose-request' } : null);
    await before.post(`/v1/charges/${id}/cancel`);
    await before.kill('SIGKILL');
    fault = null;
    const after = await start();
    const again = await after.events('0');
    await again.find(is('cancelled'));
    expect((await after.get('/v1/status')).json['unsettled']).toEqual([]);
  });

  it('tells an answer that cannot be used from no connection', async () => {
    fault = () => ({ kind: 'answer', status: 502, body: '<html><h1>Bad Gateway</h1></html>' });
    const till = await start();
    const line = async (): Promise<unknown> => (await till.get('/v1/status')).json['gateway'];
    await expect.poll(line).toEqual({
      online: true,
      lastContactAt: null,
      unusable: {
        since: expect.stringMatching(/Z$/) as string,
        status: 502,
        detail: 'Bad Gateway',
      },
    });
    fault = null;
    await expect.poll(line).toEqual({
      online: true,
      lastContactAt: expect.stringMatching(/Z$/) as string,
    });
  });

  it('waits as queued while there is no gateway, and charges when there is one', async () => {
    const port = Number(new URL(gateway.baseUrl).port);
    const { credentials } = gateway;
    await gateway.close();
    const till = await start();
    const events = await till.events();
    expect((await till.get('/v1/status')).json).toMatchObject({ gateway: { online: false } });
    const made = await till.post('/v1/charges', { requestId: 'nobody-there', amount: 700 });
    expect(made.status).toBe(201);
    await events.find(is('queued'));
    gateway = await openGateway(port, credentials);
    const { data } = await events.find(is('pending'));
    expect(data['charge']).toMatchObject({ id: made.json['id'], amount: 700 });
  });
});
