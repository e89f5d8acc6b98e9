import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startTestCore, type TestCore } from '../../support/core/start-test-core.ts';
import { ledgerOf } from '../kept-ledgers.ts';
import { below, rounded, type BenchOptions, type Measured } from '../part.ts';
import { percentile } from '../statistics.ts';
import { inWorkFolder } from '../work-folder.ts';
import { fillLedger } from './many-charges.ts';

/** Charges before anything is counted. */
const WARM_UP = 20;
/** Charges made in one go, with an export beside them or without. */
const TURN = 20;

/** How much longer a charge takes while a report is written beside it, at the till's own thread and disk. */
export function exportBesideTill(options: BenchOptions): Promise<Measured> {
  const charges = options.quick ? 20_000 : 1_000_000;
  const turns = options.quick ? 2 : 5 * options.rounds;
  return inWorkFolder(async (folder) => {
    const filled = ledgerOf(options, folder, `filled-${charges}`, (file) => fillLedger(file, charges));
    mkdirSync(join(folder, 'training'));
    const ledger = join(folder, 'training', 'ledger.db');
    copyFileSync(filled, ledger);
    const till = await startTestCore(folder);
    const alone: number[] = [];
    const beside: number[] = [];
    try {
      await sell(till, WARM_UP);
      for (let turn = 0; turn < turns; turn += 1) {
        alone.push(...(await sell(till, TURN)));
        beside.push(
          ...(await whileExporting(till, ledger, join(folder, 'beside.xlsx'), () => sell(till, TURN))),
        );
      }
    } finally {
      await till.stop();
    }
    const delay = (percent: number): number => percentile(beside, percent) - percentile(alone, percent);
    return {
      what: 'From asking a running core (training, real files, synchronous=FULL, its gateway over HTTP) for a charge to its QR, while the core’s own thread writes a workbook of the ledger: the 99th percentile, less that of charges with nothing beside them.',
      baseline: `The same charges at the same core without an export, in turns of ${TURN}.`,
      figures: { delayP99: below(10, delay(99), 'ms') },
      numbers: {
        charges,
        samples: alone.length,
        aloneP50: rounded(percentile(alone, 50)),
        besideP50: rounded(percentile(beside, 50)),
        aloneP99: rounded(percentile(alone, 99)),
        besideP99: rounded(percentile(beside, 99)),
        besideMost: rounded(Math.max(...beside)),
      },
    };
  });
}

/** Makes charges one after the other; gives how long each took to its QR, ms. Each is cancelled before the next. */
async function sell(till: TestCore, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let made = 0; made < count; made += 1) {
    const began = performance.now();
    const { id } = till.place(100 + made);
    await till.charge(id, ({ status }) => status === 'pending');
    times.push(performance.now() - began);
    till.till().service.act(id, { type: 'given-up', cause: 'operator', reason: null }, 'bench');
    await till.charge(id, ({ status }) => status === 'cancelled');
  }
  return times;
}

/** Runs `work` while reports are written one after the other; the last one is given up. */
async function whileExporting<T>(
  till: TestCore,
  ledger: string,
  path: string,
  work: () => Promise<T>,
): Promise<T> {
  const { exporter } = till.core;
  let going = true;
  let current = await begin(till, ledger, path);
  const stop = exporter.subscribe((progress) => {
    if (progress?.state === 'failed') throw new Error(`the export failed: ${String(progress.failure)}`);
    if (progress?.state !== 'done' || !going) return;
    setImmediate(() => void begin(till, ledger, path).then((id) => (current = id)));
  });
  const result = await work();
  going = false;
  await exporter.cancel(current);
  stop();
  rmSync(path, { force: true });
  return result;
}

async function begin({ core }: TestCore, ledger: string, path: string): Promise<string> {
  const allowed = await core.exporter.allow(path, 'xlsx');
  if (!allowed.ok) throw new Error(allowed.error);
  const started = await core.exporter.start({ file: allowed.value.file, filter: {}, replace: true, ledger });
  if (!started.ok) throw new Error(started.error);
  return started.value;
}
