import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { coreNode } from '../../../build/electron/core-node.ts';
import { runCommand } from '../../../build/run/run-command.ts';
import { below, rounded, type BenchOptions, type Measured } from '../part.ts';
import { inWorkFolder } from '../work-folder.ts';

const Held = z.object({ heapMb: z.number(), rssMb: z.number() });
const Told = z.object({ before: Held, after: Held });

/** What a core holds after ten thousand slips, against what it held before. */
export async function memoryOfPaper({ quick }: BenchOptions): Promise<Measured> {
  const count = quick ? 500 : 10_000;
  const program = fileURLToPath(new URL('./print-many.ts', import.meta.url));
  const { code, stdout, stderr } = await inWorkFolder((folder) =>
    runCommand(coreNode(), ['--expose-gc', program, folder, String(count)]),
  );
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${stderr.slice(-2000)}`);
  const { before, after } = Told.parse(JSON.parse(stdout));
  return {
    what: 'What a core holds more after so many receipts, each through the queue to its end, than after the first 500: objects and buffers after a collection, and the resident set.',
    baseline: 'The same process before them.',
    figures: { heapGrowth: below(5, after.heapMb - before.heapMb, 'MB') },
    numbers: {
      slips: count,
      heapBeforeMb: rounded(before.heapMb),
      heapAfterMb: rounded(after.heapMb),
      residentBeforeMb: rounded(before.rssMb),
      residentAfterMb: rounded(after.rssMb),
    },
  };
}
