import { join } from 'node:path';
import { interleave } from '../interleave.ts';
import { below, rounded, type BenchOptions, type Measured } from '../part.ts';
import { median, medians } from '../statistics.ts';
import { processorMs, type ByProcess } from './app-processes.ts';
import { paintedAt } from './page-clock.ts';
import { pageMarks, ownMarks, type Marks } from './start-marks.ts';
import { startApp } from './running-app.ts';
import { prepareTill, SELL } from './sell-screen.ts';
import { EMPTY_APP, onStage, OUR_APP, type Stage } from './stage.ts';

/** From starting the program to the sell screen, against an empty app. */
export function appStart(options: BenchOptions): Promise<Measured> {
  return onStage(async (stage) => {
    const [ours, empty] = [join(stage.folder, 'ours'), join(stage.folder, 'empty')];
    await prepareTill(stage, ours);
    await start(stage, EMPTY_APP, empty, []);
    const [ourStarts, emptyStarts]: [Start[], Start[]] = [[], []];
    const pairs = await interleave(
      options.rounds * 2,
      () => start(stage, OUR_APP, ours, ourStarts),
      () => start(stage, EMPTY_APP, empty, emptyStarts),
    );
    return {
      what: 'From starting Electron to the second frame with the sell screen in the cashier’s window, the core up and the operator signed in since before.',
      baseline: `An app of two empty windows on the same two monitors in the same Electron (${stage.electron.version}), to the second frame with its text, in turns.`,
      figures: { toEmpty: below(1.5, median(pairs.ratios), 'ratio') },
      numbers: {
        oursMs: Math.round(median(pairs.subject)),
        emptyMs: Math.round(median(pairs.baseline)),
        ratios: pairs.ratios.map(rounded),
        ourMarks: medians(ourStarts.map(({ marks }) => marks)),
        emptyMarks: medians(emptyStarts.map(({ marks }) => marks)),
        ourProcessorMs: medians(ourStarts.map(({ processor }) => processor)),
        emptyProcessorMs: medians(emptyStarts.map(({ processor }) => processor)),
      },
    };
  });
}

/** Where the time of one start went: instants in ms since the program was started, and processor time until the second frame. */
interface Start {
  readonly marks: Marks;
  readonly processor: ByProcess;
}

async function start(stage: Stage, appPath: string, dataDir: string, starts: Start[]): Promise<number> {
  const app = await startApp(stage, appPath, dataDir);
  try {
    const cashier = await app.devtools.page('cashier');
    const painted = (await cashier.evaluate<number>(paintedAt(SELL))) - app.startedAt;
    const processor = await processorMs(app.group);
    const marks = {
      ...(await pageMarks(cashier, app.startedAt)),
      ...ownMarks(dataDir, app.startedAt),
      painted,
    };
    starts.push({ marks, processor });
    return painted;
  } finally {
    await app.kill();
  }
}
