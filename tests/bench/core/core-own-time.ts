import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { below, rounded, type BenchOptions, type Measured } from '../part.ts';
import { median, percentile } from '../statistics.ts';
import { inWorkFolder } from '../work-folder.ts';
import { connectToApi } from './api-client.ts';
import { startHeadless, startProgram, type HeadlessTill } from './headless-till.ts';
import { startInstantGateway, type InstantGateway } from './instant-gateway.ts';

/** Charges that are made before anything is counted, so that a till that has been on for a while is measured. */
const WARM_UP = 30;
/** Charges that one till makes before it is the other's turn. */
const TURN = 10;

interface Times {
  /** From the request to the event that says pending, less the gateway's own time, ms. */
  readonly own: number[];
  readonly gateway: number[];
}

/** The core's own time between `POST /v1/charges` and `pending`. */
export async function coreOwnTime(options: BenchOptions): Promise<Measured> {
  const rounds: { ours: Times; bare: Times }[] = [];
  await inWorkFolder(async (folder) => {
    const gateway = await startInstantGateway();
    try {
      for (let round = 0; round < options.rounds; round += 1) {
        const at = join(folder, String(round));
        mkdirSync(at);
        rounds.push(await oneRound(at, gateway, options.quick ? 40 : 150));
      }
    } finally {
      await gateway.stop();
    }
  });
  const of = (side: 'ours' | 'bare', percent: number, times: keyof Times = 'own'): number =>
    median(rounds.map((round) => percentile(round[side][times], percent)));
  return {
    what: 'From sending POST /v1/charges to reading the event that says pending, with synchronous=FULL: two requests over HTTP, one event, and every durable write between, less the time that the gateway itself took to answer. Median over the rounds, each with a till of its own.',
    baseline:
      'The gateway answers at once and tells its own time. In turns with the till, the least program that makes the same exchanges over HTTP with three bare durable rows between, and nothing else.',
    figures: {
      p50: below(3, of('ours', 50), 'ms'),
      p99: below(10, of('ours', 99), 'ms'),
    },
    numbers: {
      bareP50: rounded(of('bare', 50)),
      bareP99: rounded(of('bare', 99)),
      overBareP50: rounded(median(rounds.map(overBare))),
      gatewayP50: rounded(of('ours', 50, 'gateway')),
      gatewayP99: rounded(of('ours', 99, 'gateway')),
      p50OfRounds: rounds.map(({ ours }) => rounded(percentile(ours.own, 50))),
      p99OfRounds: rounds.map(({ ours }) => rounded(percentile(ours.own, 99))),
      chargesPerRound: rounds[0]?.ours.own.length ?? 0,
    },
  };
}

function overBare({ ours, bare }: { ours: Times; bare: Times }): number {
  return percentile(ours.own, 50) / percentile(bare.own, 50);
}

async function oneRound(
  folder: string,
  gateway: InstantGateway,
  charges: number,
): Promise<{ ours: Times; bare: Times }> {
  const credentials = join(folder, 'credentials.json');
  gateway.writeCredentials(credentials);
  const tills: HeadlessTill[] = [];
  try {
    tills.push(await startHeadless(join(folder, 'till'), ['--credentials', credentials]));
    const bareProgram = fileURLToPath(new URL('./bare-till.ts', import.meta.url));
    tills.push(await startProgram(bareProgram, [folder, gateway.baseUrl]));
    const [ours, bare] = await Promise.all(tills.map((till) => createCharger(till, gateway)));
    if (ours === undefined || bare === undefined) throw new Error('no till to measure');
    for (let made = -WARM_UP; made < charges; made += TURN) {
      await ours.charge(TURN, made >= 0);
      await bare.charge(TURN, made >= 0);
    }
    await Promise.all([ours.close(), bare.close()]);
    return { ours: ours.times, bare: bare.times };
  } finally {
    await Promise.all(tills.map((till) => till.stop()));
  }
}

interface Charger {
  readonly times: Times;
  charge(count: number, isCounted: boolean): Promise<void>;
  close(): Promise<void>;
}

async function createCharger(till: HeadlessTill, gateway: InstantGateway): Promise<Charger> {
  const api = await connectToApi(till);
  const times: Times = { own: [], gateway: [] };
  return {
    times,
    async charge(count, isCounted) {
      for (let made = 0; made < count; made += 1) {
        const { id, ms } = await api.charge(100 + made);
        await api.cancel(id);
        const tookMs = await gateway.tookMs(`${id}-1`);
        if (!isCounted) continue;
        times.own.push(ms - tookMs);
        times.gateway.push(tookMs);
      }
    },
    close: api.close,
  };
}
