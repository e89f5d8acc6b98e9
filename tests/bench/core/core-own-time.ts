import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'undici';
import { below, rounded, type BenchOptions, type Measured } from '../part.ts';
import { percentile } from '../statistics.ts';
import { inWorkFolder } from '../work-folder.ts';
import { connectToApi, type ApiClient } from './api-client.ts';
import { startHeadless } from './headless-till.ts';
import { startInstantGateway, type InstantGateway } from './instant-gateway.ts';

/** Charges that are made before anything is counted, so that a till that has been on for a while is measured. */
const WARM_UP = 30;

interface Samples {
  /** From the request to the event that says pending. */
  readonly total: number[];
  readonly gateway: number[];
  /** An order asked of the gateway with nothing between: one exchange over HTTP as it costs here and now. */
  readonly exchange: number[];
}

/** The core's own time between `POST /v1/charges` and `pending`. */
export async function coreOwnTime(options: BenchOptions): Promise<Measured> {
  const samples: Samples = { total: [], gateway: [], exchange: [] };
  await inWorkFolder(async (folder) => {
    const gateway = await startInstantGateway();
    try {
      for (let round = 0; round < options.rounds; round += 1) {
        const dataDir = join(folder, `till-${round}`);
        await oneTill(dataDir, gateway, options.quick ? 40 : 150, samples);
      }
    } finally {
      await gateway.stop();
    }
  });
  const own = samples.total.map((ms, place) => ms - samples.gateway[place]!);
  return {
    what: 'From sending POST /v1/charges to reading the event that says pending, on one local connection each, with synchronous=FULL: two requests over HTTP, one event, and every durable write between, less the time that the gateway itself took to answer.',
    baseline:
      'The gateway answers at once and tells its own time; an order asked of it directly by the same client, once for each charge in turn, is what one exchange over HTTP costs here.',
    figures: {
      p50: below(3, percentile(own, 50), 'ms'),
      p99: below(10, percentile(own, 99), 'ms'),
    },
    numbers: {
      charges: own.length,
      totalP50: rounded(percentile(samples.total, 50)),
      totalP99: rounded(percentile(samples.total, 99)),
      gatewayP50: rounded(percentile(samples.gateway, 50)),
      gatewayP99: rounded(percentile(samples.gateway, 99)),
      exchangeP50: rounded(percentile(samples.exchange, 50)),
      exchangeP99: rounded(percentile(samples.exchange, 99)),
    },
  };
}

async function oneTill(
  dataDir: string,
  gateway: InstantGateway,
  charges: number,
  samples: Samples,
): Promise<void> {
  mkdirSync(dataDir);
  const credentials = join(dataDir, 'credentials.json');
  gateway.writeCredentials(credentials);
  const till = await startHeadless(dataDir, ['--credentials', credentials]);
  const api = await connectToApi(till);
  const direct = new Client(gateway.baseUrl);
  try {
    for (let made = -WARM_UP; made < charges; made += 1) {
      const sample = await oneCharge(api, gateway, direct, 100 + made);
      if (made < 0) continue;
      samples.total.push(sample.total);
      samples.gateway.push(sample.gateway);
      samples.exchange.push(sample.exchange);
    }
  } finally {
    await Promise.all([api.close(), direct.destroy()]);
    await till.stop();
  }
}

async function oneCharge(
  api: ApiClient,
  gateway: InstantGateway,
  direct: Client,
  amount: number,
): Promise<{ total: number; gateway: number; exchange: number }> {
  const { id, ms } = await api.charge(amount);
  await api.cancel(id);
  const body = JSON.stringify({ order_ref: `direct-${id}`, total: amount / 100 });
  const askedAt = performance.now();
  const answer = await direct.request({ method: 'POST', path: '/order', body });
  await answer.body.json();
  return { total: ms, gateway: gateway.tookMs(`${id}-1`), exchange: performance.now() - askedAt };
}
