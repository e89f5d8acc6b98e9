import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createGatewayClient } from '../../../main/core/gateway/create-gateway-client.ts';
import type { Gateway } from '../../../main/core/gateway/port.ts';
import {
  startTrainingGateway,
  type TrainingGateway,
} from '../../../main/core/gateway/training/start-training-gateway.ts';
import { LATE_AFTER_MS } from '../../../main/core/gateway/training/training-order.ts';
import { createUndiciTransport } from '../../../main/core/gateway/undici-transport.ts';
import { systemRandom } from '../../../main/core/boot/system-ports.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { MINUTE } from '../../../shared/kernel/time.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';
import { aNewOrder, TILL_NOON } from '../../unit/gateway/setup-client.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';

const credentials = { accessKey: 'a', secretKey: 's', clientId: 'c' };

/** A gateway that can be ended and started again on the same file. */
function setupRestarts() {
  const folder = mkdtempSync(join(tmpdir(), 'balcao-training-'));
  const dataFile = join(folder, 'training-gateway.json');
  const clock = createVirtualClock(TILL_NOON);
  const transport = createUndiciTransport();
  const { logger } = keptLogger(clock);
  const running = new Set<TrainingGateway>();
  onTestFinished(async () => {
    await transport.close();
    for (const gateway of running) await gateway.close();
    rmSync(folder, { recursive: true });
  });
  return {
    clock,
    dataFile,
    folder,
    start: async (port = 0): Promise<{ gateway: TrainingGateway; client: Gateway }> => {
      const gateway = await startTrainingGateway({
        clock,
        random: systemRandom,
        logger,
        credentials,
        dataFile,
        port,
      });
      running.add(gateway);
      const { baseUrl } = gateway;
      const client = createGatewayClient({
        baseUrl,
        credentials,
        transport,
        clock,
        logger,
        random: systemRandom,
        pollFloorMs: 0,
      });
      return { gateway, client };
    },
    stop: async (gateway: TrainingGateway): Promise<void> => {
      running.delete(gateway);
      await gateway.close();
      // Until the client's socket has heard of it: what is sent into one that still hangs there has no answer.
      const probe = { method: 'GET', url: gateway.baseUrl, headers: {}, body: null } as const;
      const limits = { connectTimeoutMs: 5_000, answerTimeoutMs: 5_000 };
      for (let isThere = true; isThere;) {
        const answer = await transport({ ...probe, ...limits });
        isThere = answer.ok || answer.error.kind !== 'unreachable';
      }
    },
  };
}

async function openOrder(client: Gateway) {
  const opened = await client.create(aNewOrder());
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}

describe('the training gateway after a restart', () => {
  it('knows its orders, what was paid and what was given back', async () => {
    const { start, stop, dataFile } = setupRestarts();
    const first = await start();
    const [open, paid, cancelled, returned] = [
      await openOrder(first.client),
      await openOrder(first.client),
      await openOrder(first.client),
      await openOrder(first.client),
    ];
    first.gateway.customer.pay(paid.orderId);
    await first.client.cancel(cancelled);
    first.gateway.customer.pay(returned.orderId);
    await first.client.refund(returned, centavos(30));
    const before = await Promise.all(
      [open, paid, cancelled, returned].map((order) => first.client.read(order)),
    );
    await stop(first.gateway);
    const { client } = await start();
    expect(await Promise.all([open, paid, cancelled, returned].map((order) => client.read(order)))).toEqual(
      before,
    );
    expect(readFileSync(dataFile, 'utf8').trim().split('\n')).toHaveLength(4); // rewritten without its past
  });

  it('carries on with what was bound to happen', async () => {
    const { start, stop, clock } = setupRestarts();
    const first = await start();
    const [late, forgotten] = [await openOrder(first.client), await openOrder(first.client)];
    first.gateway.customer.payLate(late.orderId);
    await first.client.cancel(late);
    await stop(first.gateway);
    await clock.advance(LATE_AFTER_MS);
    const second = await start();
    expect(await second.client.read(late)).toMatchObject({ value: { word: 'approved' } });
    expect(await second.client.read(forgotten)).toMatchObject({ value: { word: 'pending' } });
    await stop(second.gateway);
    await clock.advance(60 * MINUTE);
    const third = await start();
    expect(await third.client.read(forgotten)).toMatchObject({ value: { word: 'expired' } });
  });

  it('passes over the half line of a killed process, and over what is no order', async () => {
    const { start, stop, dataFile } = setupRestarts();
    const first = await start();
    const order = await openOrder(first.client);
    await stop(first.gateway);
    appendFileSync(dataFile, '{"orderId":"x"}\nnull\n{"orderId":"652f385f-91f4-48cd-');
    const { client } = await start();
    expect(await client.read(order)).toMatchObject({ value: { word: 'pending' } });
    const next = await openOrder(client);
    expect(await client.read(next)).toMatchObject({ ok: true });
  });

  it('starts empty on a file that holds something else, and leaves nothing beside it', async () => {
    const { start, dataFile, folder } = setupRestarts();
    writeFileSync(dataFile, '<html>');
    const { client } = await start();
    expect((await openOrder(client)).word).toBe('pending');
    expect(readdirSync(folder)).toEqual(['training-gateway.json']);
  });

  it('turns down the tokens of before, which costs a client one login', async () => {
    const { start, stop } = setupRestarts();
    const { gateway, client } = await start();
    expect((await client.wallets()).ok).toBe(true);
    await stop(gateway);
    await start(Number(new URL(gateway.baseUrl).port));
    expect((await client.wallets()).ok).toBe(true);
  });

  it('is unreachable in between', async () => {
    const { start, stop } = setupRestarts();
    const { gateway, client } = await start();
    expect((await client.wallets()).ok).toBe(true);
    await stop(gateway);
    expect(await client.create(aNewOrder())).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
  });
});
