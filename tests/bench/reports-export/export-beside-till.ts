import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startTestCore, type TestCore } from '../../support/core/start-test-core.ts';
import { ledgerOf } from '../kept-ledgers.ts';
import { below, rounded, type BenchOptions, type Measured } from '../part.ts';
import { percentile } from '../statistics.ts';
import { inWorkFolder } from '../work-folder.ts';
import { fillLedger } from './many-charges.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

/** Charges before anything is counted. */
const WARM_UP = 20;
/** Charges made in a turn, with one export beside all of them or without. */
const TURN = 10;
/** From the end of a charge to the next, ms: longer than a report stands still after it, so that it is at work again. */
const APART = 600;

/** How much longer a charge takes while a report is written beside it, at the till's own thread and disk. */
export function exportBesideTill(options: BenchOptions): Promise<Measured> {
  const charges = options.quick ? 100_000 : 1_000_000;
  const turns = options.quick ? 2 : 10 * options.rounds;
  return inWorkFolder(async (folder) => {
    const filled = ledgerOf(options, folder, `filled-${charges}`, (file) => fillLedger(file, charges));
    mkdirSync(join(folder, 'training'));
    const ledger = join(folder, 'training', 'ledger.db');
    copyFileSync(filled, ledger);
    const till = await startTestCore(folder);
    const alone: number[] = [];
    const beside: number[] = [];
    let rowsBeside = 0;
    try {
      for (let made = 0; made < WARM_UP; made += 1) await sell(till);
      const besideTurn = async (): Promise<void> => {
        const report = await keepExporting(till, ledger, join(folder, 'beside.xlsx'));
        beside.push(...(await sellTurn(till)));
        rowsBeside += await report.stop();
      };
      for (let turn = 0; turn < turns; turn += 1) {
        if (turn % 2 === 0) alone.push(...(await sellTurn(till)));
        await besideTurn();
        if (turn % 2 === 1) alone.push(...(await sellTurn(till)));
      }
    } finally {
      await till.stop();
    }
    const delay = (percent: number): number => percentile(beside, percent) - percentile(alone, percent);
    return {
      what: `From asking a running core (training, real files, synchronous=FULL, its gateway over HTTP) for a charge to its QR, while the core writes a workbook of the ledger, ${APART} ms apart so that the report is at work when each comes: the 99th percentile, less that of charges with nothing beside them.`,
      baseline: `The same charges at the same core without an export, in turns of ${TURN}.`,
      figures: { delayP99: below(10, delay(99), 'ms') },
      numbers: {
        charges,
        samples: alone.length,
        rowsWrittenBeside: rowsBeside,
        delayP50: rounded(delay(50)),
        delayP95: rounded(delay(95)),
        aloneP50: rounded(percentile(alone, 50)),
        besideP50: rounded(percentile(beside, 50)),
        aloneP95: rounded(percentile(alone, 95)),
        besideP95: rounded(percentile(beside, 95)),
        aloneP99: rounded(percentile(alone, 99)),
        besideP99: rounded(percentile(beside, 99)),
        besideMost: rounded(Math.max(...beside)),
        load: rounded(loadavg()[1] ?? 0),
      },
    };
  });
}

/** Gives how long each charge of a turn took to its QR, ms. */
async function sellTurn(till: TestCore): Promise<number[]> {
  const times: number[] = [];
  while (times.length < TURN) {
    await pause(APART);
    times.push(await sell(till));
  }
  return times;
}

let sold = 0;

/** Makes a charge, and cancels it when its time to its QR (ms) is known. */
async function sell(till: TestCore): Promise<number> {
  const began = performance.now();
  sold += 1;
  const { id } = till.place(100 + (sold % 1000));
  await till.charge(id, ({ status }) => status === 'pending');
  const took = performance.now() - began;
  till.till().service.act(id, { type: 'given-up', cause: 'operator', reason: null }, byWindow('bench'));
  await till.charge(id, ({ status }) => status === 'cancelled');
  return took;
}

/** Writes reports one after the other; `stop` gives up the last one and gives how many rows were told of. */
async function keepExporting(
  till: TestCore,
  ledger: string,
  path: string,
): Promise<{ stop(): Promise<number> }> {
  const { exporter } = till.core;
  let going = true;
  let current = await begin(till, ledger, path);
  let [rows, before] = [0, 0];
  const unsubscribe = exporter.subscribe((progress) => {
    if (progress?.state === 'failed') throw new Error(`the export failed: ${String(progress.failure)}`);
    rows = before + (progress?.rows ?? 0);
    if (progress?.state !== 'done' || !going) return;
    before = rows;
    setImmediate(() => void begin(till, ledger, path).then((id) => (current = id)));
  });
  return {
    async stop() {
      going = false;
      await exporter.cancel(current);
      unsubscribe();
      rmSync(path, { force: true });
      return rows;
    },
  };
}

async function begin({ core }: TestCore, ledger: string, path: string): Promise<string> {
  const allowed = await core.exporter.allow(path, 'xlsx');
  if (!allowed.ok) throw new Error(allowed.error);
  const started = await core.exporter.start({ file: allowed.value.file, filter: {}, replace: true, ledger });
  if (!started.ok) throw new Error(started.error);
  return started.value;
}
