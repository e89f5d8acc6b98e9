import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  startTrainingGateway,
  type TrainingGateway,
} from '../../../main/core/gateway/training/start-training-gateway.ts';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import { systemClock, systemRandom } from '../../../main/core/boot/system-ports.ts';
import { readEvents } from '../../support/api/event-reader.ts';
import { freshRequestId, startTestApi, type TestApi } from '../../support/api/start-test-api.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';

describe('the API when the till goes from training to real money', () => {
  let till: TestApi;
  let gateway: TrainingGateway;

  beforeAll(async () => {
    till = await startTestApi();
    const ports = { clock: systemClock, random: systemRandom, logger: keptLogger().logger };
    gateway = await startTrainingGateway(ports);
  });
  afterAll(async () => {
    await till.stop();
    await gateway.close();
  });

  it('answers for the other ledger, and lets readers of the first one go', async () => {
    const trained = await till.charge(100);
    await till.until(trained, 'pending');
    await till.cancel(trained);
    const phones: (string | null)[] = [];
    till.app.core.onTill(() => phones.push(till.app.core.training()?.phoneUrl ?? null));
    const reader = await readEvents(till.api.url, till.token());
    const credentials = { ...gateway.credentials, baseUrl: gateway.baseUrl };
    expect(await createHandlers(till.app.core)['gateway/use']({ credentials })).toEqual({
      ok: true,
      value: { mode: 'production' },
    });
    await reader.ended;
    expect(phones, 'whoever is told of the new till finds it at work').toEqual([expect.any(String), null]);

    const status = await till.get('/v1/status');
    expect(status.json).toMatchObject({ mode: 'production', unsettled: [] });
    expect(status.json).not.toHaveProperty('trainingPhoneUrl');
    expect((await till.get(`/v1/charges/${trained}`)).status, 'practice is not in the books').toBe(404);
    expect((await till.get('/v1/charges')).json['items']).toEqual([]);

    const events = await readEvents(till.api.url, till.token());
    const made = await till.post('/v1/charges', { requestId: freshRequestId(), amount: 300 });
    expect(made.status).toBe(201);
    const opened = await events.find(({ data }) => data['type'] === 'opened');
    expect(opened.data['chargeId']).toBe(made.json['id']);
    events.close();
  });
});
