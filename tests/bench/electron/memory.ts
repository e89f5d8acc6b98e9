import { readFile, readlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { groupMembers } from '../../support/till/process-group.ts';
import { interleave } from '../interleave.ts';
import { below, rounded, type BenchOptions, type Measured } from '../part.ts';
import { median } from '../statistics.ts';
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
    const coreMb: number[] = [];
    const pairs = await interleave(
      options.rounds,
      async () => {
        const weighed = await weigh(stage, OUR_APP, ours);
        coreMb.push(weighed.coreMb);
        return weighed.totalMb;
      },
      async () => (await weigh(stage, EMPTY_APP, empty)).totalMb,
    );
    return {
      what: `Proportional set size (PSS) of every process of the app, summed, ${REST / 1000} s after the sell screen is up; pages shared with others count in part.`,
      baseline: `The same of an app of two empty windows in the same Electron (${stage.electron.version}), in turns.`,
      figures: { toEmpty: below(1.3, median(pairs.ratios), 'ratio') },
      numbers: {
        oursMb: rounded(median(pairs.subject)),
        ofThatCoreMb: rounded(median(coreMb)),
        emptyMb: rounded(median(pairs.baseline)),
        ratios: pairs.ratios.map(rounded),
      },
    };
  });
}

async function weigh(
  stage: Stage,
  appPath: string,
  dataDir: string,
): Promise<{ totalMb: number; coreMb: number }> {
  const app = await startApp(stage, appPath, dataDir);
  try {
    const cashier = await app.devtools.page('cashier');
    await cashier.evaluate(paintedAt(SELL));
    await pause(REST);
    let [totalMb, coreMb] = [0, 0];
    for (const member of await groupMembers(app.group)) {
      const [pid = ''] = member.split(' ');
      const mb = await pssMb(pid);
      totalMb += mb;
      if (await isCore(pid)) coreMb += mb;
    }
    return { totalMb, coreMb };
  } finally {
    await app.kill();
  }
}

async function pssMb(pid: string): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kb = /^Pss:\s+(\d+) kB$/m.exec(text)?.[1];
  if (kb === undefined) throw new Error(`no PSS in smaps_rollup of ${pid}`);
  return Number(kb) / 1024;
}

/** A Node of its own, or, in an Electron that can run it, a utility process. */
async function isCore(pid: string): Promise<boolean> {
  if (basename(await readlink(`/proc/${pid}/exe`)) === 'node') return true;
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes('--utility-sub-type=node.mojom');
}
