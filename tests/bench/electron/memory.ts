import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { interleave } from '../interleave.ts';
import { below, rounded, type BenchOptions, type Measured } from '../part.ts';
import { median, medians } from '../statistics.ts';
import { pssMb, type ByProcess } from './app-processes.ts';
import { paintedAt } from './page-clock.ts';
import { startApp } from './running-app.ts';
import { prepareTill, SELL } from './sell-screen.ts';
import { EMPTY_APP, onStage, OUR_APP, type Stage } from './stage.ts';

/** How long an app is left alone before it is weighed, ms. */
const REST = 5_000;

/** What all processes of the app hold in memory, against an empty app. */
export function memory(options: BenchOptions): Promise<Measured> {
  return onStage(async (stage) => {
    const [ours, empty] = [join(stage.folder, 'ours'), join(stage.folder, 'empty')];
    await prepareTill(stage, ours);
    const [ourWeights, emptyWeights]: [ByProcess[], ByProcess[]] = [[], []];
    const weighed = async (appPath: string, dataDir: string, weights: ByProcess[]): Promise<number> => {
      const weight = await weigh(stage, appPath, dataDir);
      weights.push(weight);
      return weight['total'] ?? 0;
    };
    const pairs = await interleave(
      options.rounds,
      () => weighed(OUR_APP, ours, ourWeights),
      () => weighed(EMPTY_APP, empty, emptyWeights),
    );
    return {
      what: `Proportional set size (PSS) of every process of the app, summed, ${REST / 1000} s after the sell screen is up; pages shared with others count in part.`,
      baseline: `The same of an app of two empty windows in the same Electron (${stage.electron.version}), in turns.`,
      figures: { toEmpty: below(1.3, median(pairs.ratios), 'ratio') },
      numbers: {
        oursMb: rounded(median(pairs.subject)),
        emptyMb: rounded(median(pairs.baseline)),
        ratios: pairs.ratios.map(rounded),
        ourMbByProcess: medians(ourWeights),
        emptyMbByProcess: medians(emptyWeights),
      },
    };
  });
}

async function weigh(stage: Stage, appPath: string, dataDir: string): Promise<ByProcess> {
  const app = await startApp(stage, appPath, dataDir);
  try {
    const cashier = await app.devtools.page('cashier');
    await cashier.evaluate(paintedAt(SELL));
    await pause(REST);
    return await pssMb(app.group);
  } finally {
    await app.kill();
  }
}
