import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { below, rounded, type BenchOptions, type Measured } from '../part.ts';
import { percentile } from '../statistics.ts';
import type { DevtoolsPage, Key } from './devtools.ts';
import { paintedAt } from './page-clock.ts';
import { startApp, type RunningApp } from './running-app.ts';
import { prepareTill, seen } from './sell-screen.ts';
import { EMPTY_APP, onStage, OUR_APP } from './stage.ts';

/** Before anything is counted. */
const WARM_UP = 3;

interface Samples {
  readonly ours: number[];
  readonly empty: number[];
}

/** From the key that asks for a QR to the QR on the customer's monitor, against an app whose windows only pass a word on. */
export function keyToQr(options: BenchOptions): Promise<Measured> {
  const perRound = options.quick ? 5 : 15;
  return onStage(async (stage) => {
    const dataDir = join(stage.folder, 'ours');
    await prepareTill(stage, dataDir);
    const samples: Samples = { ours: [], empty: [] };
    const till = await openPair(await startApp(stage, OUR_APP, dataDir));
    const empty = await openPair(await startApp(stage, EMPTY_APP, join(stage.folder, 'empty')));
    try {
      for (let sale = -WARM_UP; sale < options.rounds * perRound; sale += 1) {
        const ours = await sell(till, dataDir);
        const bare = await passOn(empty, sale + WARM_UP + 1);
        if (sale < 0) continue;
        samples.ours.push(ours);
        samples.empty.push(bare);
      }
    } finally {
      await till.app.kill();
      await empty.app.kill();
    }
    return {
      what: 'From handing the Enter that asks for a QR to the browser, for the cashier’s window, to the second frame of the customer’s window that shows it: page, port, core, durable rows, the training gateway over HTTP (which answers at once, in the core’s own process), back, drawn, read back and checked.',
      baseline: `An app of two empty windows in the same Electron (${stage.electron.version}): from a key in one to the second frame of the other that shows a word, through a port that main relays; once for each sale, in turns.`,
      figures: { p95: below(150, percentile(samples.ours, 95), 'ms') },
      numbers: {
        sales: samples.ours.length,
        p50: rounded(percentile(samples.ours, 50)),
        p99: rounded(percentile(samples.ours, 99)),
        emptyP50: rounded(percentile(samples.empty, 50)),
        emptyP95: rounded(percentile(samples.empty, 95)),
      },
    };
  });
}

interface Pair {
  readonly app: RunningApp;
  readonly cashier: DevtoolsPage;
  readonly customer: DevtoolsPage;
}

async function openPair(app: RunningApp): Promise<Pair> {
  const [cashier, customer] = await Promise.all([
    app.devtools.page('/cashier'),
    app.devtools.page('/customer'),
  ]);
  return { app, cashier, customer };
}

/** Presses Enter in the cashier's window and gives the ms until the customer's shows what `selector` finds. */
async function enterUntil({ cashier, customer }: Pair, selector: string): Promise<number> {
  const painted = customer.evaluate<number>(paintedAt(selector));
  const pressedAt = performance.timeOrigin + performance.now();
  await cashier.press('Enter');
  return (await painted) - pressedAt;
}

const AMOUNT: readonly Key[] = ['2', '5', '9', '0'];

/** One sale up to its QR; then the shop's software takes it back, and the counter is free for the next. */
async function sell(till: Pair, dataDir: string): Promise<number> {
  await seen(till.cashier, 'sell');
  for (const digit of AMOUNT) await till.cashier.press(digit);
  const ms = await enterUntil(till, '[data-screen="qr"] [data-qr] canvas[width]:not([width="0"])');
  await cancelWaiting(dataDir);
  await seen(till.cashier, 'ended');
  await till.cashier.press('Escape');
  return ms;
}

function passOn(empty: Pair, press: number): Promise<number> {
  return enterUntil(empty, `[data-screen="qr-${press}"]`);
}

async function cancelWaiting(dataDir: string): Promise<void> {
  const { url } = JSON.parse(await readFile(join(dataDir, 'api.json'), 'utf8')) as { url: string };
  const token = (await readFile(join(dataDir, 'api-token'), 'utf8')).trim();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const status = await fetch(`${url}/v1/status`, { headers });
  const { unsettled } = (await status.json()) as { unsettled: string[] };
  for (const id of unsettled) {
    const answer = await fetch(`${url}/v1/charges/${id}/cancel`, { method: 'POST', headers, body: '{}' });
    if (answer.status !== 202) throw new Error(`cancelling ${id}: ${answer.status}`);
  }
}
