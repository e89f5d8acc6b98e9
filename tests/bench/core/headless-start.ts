import { join } from 'node:path';
import { coreNode } from '../../../build/electron/core-node.ts';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { mustRun } from '../../../build/run/run-command.ts';
import { interleave } from '../interleave.ts';
import { below, rounded, type BenchOptions, type Measured } from '../part.ts';
import { median } from '../statistics.ts';
import { inWorkFolder } from '../work-folder.ts';
import { startHeadless } from './headless-till.ts';

/** Starting the headless till on a full ledger, against an empty one. */
export function headlessStart(options: BenchOptions): Promise<Measured> {
  const charges = options.quick ? 5_000 : 100_000;
  return inWorkFolder(async (folder) => {
    const full = join(folder, 'full');
    const empty = join(folder, 'empty');
    await seed(full, charges);
    // What only a first start does (people, keys, tables) is behind both.
    await start(full);
    await start(empty);
    const pairs = await interleave(
      options.rounds * 2,
      () => start(full),
      () => start(empty),
    );
    return {
      what: `From starting the headless till to its line that it is ready, with ${charges} charges in the ledger, made by npm run seed.`,
      baseline: 'The same on a ledger without a charge that had been started once before, in turns.',
      figures: { toEmpty: below(1.5, median(pairs.ratios), 'ratio') },
      numbers: {
        fullMs: Math.round(median(pairs.subject)),
        emptyMs: Math.round(median(pairs.baseline)),
        ratios: pairs.ratios.map(rounded),
      },
    };
  });
}

async function start(dataDir: string): Promise<number> {
  const till = await startHeadless(dataDir);
  await till.stop();
  return till.startMs;
}

async function seed(dataDir: string, charges: number): Promise<void> {
  const program = join(repoRoot, 'build', 'run', 'seed.ts');
  await mustRun(coreNode(), [
    program,
    '--data-dir',
    dataDir,
    '--charges',
    String(charges),
    '--seed',
    'bench',
  ]);
}
