import { join } from 'node:path';
import { interleave } from '../interleave.ts';
import { below, rounded, type BenchOptions, type Measured } from '../part.ts';
import { median } from '../statistics.ts';
import { paintedAt } from './page-clock.ts';
import { startApp } from './running-app.ts';
import { prepareTill, SELL } from './sell-screen.ts';
import { EMPTY_APP, onStage, OUR_APP, type Stage } from './stage.ts';

/** From starting the program to the sell screen, against an empty app. */
export function appStart(options: BenchOptions): Promise<Measured> {
  return onStage(async (stage) => {
    const [ours, empty] = [join(stage.folder, 'ours'), join(stage.folder, 'empty')];
    await prepareTill(stage, ours);
    await start(stage, EMPTY_APP, empty);
    const pairs = await interleave(
      options.rounds * 2,
      () => start(stage, OUR_APP, ours),
      () => start(stage, EMPTY_APP, empty),
    );
    return {
      what: 'From starting Electron to the second frame with the sell screen in the cashier’s window, the core up and the operator signed in since before.',
      baseline: `An app of two empty windows on the same two monitors in the same Electron (${stage.electron.version}), to the second frame with its text, in turns.`,
      figures: { toEmpty: below(1.5, median(pairs.ratios), 'ratio') },
      numbers: {
        oursMs: Math.round(median(pairs.subject)),
        emptyMs: Math.round(median(pairs.baseline)),
        ratios: pairs.ratios.map(rounded),
      },
    };
  });
}

async function start(stage: Stage, appPath: string, dataDir: string): Promise<number> {
  const app = await startApp(stage, appPath, dataDir);
  try {
    const cashier = await app.devtools.page('cashier');
    return (await cashier.evaluate<number>(paintedAt(SELL))) - app.startedAt;
  } finally {
    await app.kill();
  }
}
