import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { coreNode } from '../../../build/electron/core-node.ts';
import { mustRun } from '../../../build/run/run-command.ts';
import { interleave } from '../interleave.ts';
import { ledgerOf } from '../kept-ledgers.ts';
import { atLeast, below, rounded, type BenchOptions, type Measured } from '../part.ts';
import { median } from '../statistics.ts';
import { inWorkFolder } from '../work-folder.ts';
import type { Figures } from './figures.ts';
import { fillLedger } from './many-charges.ts';

const PROGRAMS = {
  ours: new URL('./ours.ts', import.meta.url),
  'by-exceljs': new URL('./by-exceljs.ts', import.meta.url),
} as const;

/** Rounds beyond this say nothing new, and each takes a minute. */
const MOST_ROUNDS = 3;

/** Rows per second and peak memory of a workbook of a million charges, against exceljs's streaming writer. */
export function exportSpeed(options: BenchOptions): Promise<Measured> {
  const charges = options.quick ? 50_000 : 1_000_000;
  return inWorkFolder(async (folder) => {
    const ledger = ledgerOf(options, folder, `filled-${charges}`, (file) => fillLedger(file, charges));
    const peaks: Record<'ours' | 'by-exceljs', number[]> = { ours: [], 'by-exceljs': [] };
    const sizes: Record<'ours' | 'by-exceljs', number> = { ours: 0, 'by-exceljs': 0 };
    const run = (program: 'ours' | 'by-exceljs') => async (): Promise<number> => {
      const file = join(folder, `${program}.xlsx`);
      const stdout = await mustRun(coreNode(), [fileURLToPath(PROGRAMS[program]), ledger, file]);
      const { rowsPerSecond, peakMb } = JSON.parse(stdout) as Figures;
      peaks[program].push(peakMb);
      sizes[program] = statSync(file).size / 2 ** 20;
      return rowsPerSecond;
    };
    const rounds = Math.min(options.rounds, MOST_ROUNDS);
    const pairs = await interleave(rounds, run('ours'), run('by-exceljs'));
    return {
      what: 'The sales report as a workbook (sales, days, summary; written whole, synced, put in its place), each time in a process of its own: rows per second, and the most memory that the process ever held (MB).',
      baseline:
        'The sheet of sales alone by exceljs 4.4.0 (stream.xlsx.WorkbookWriter, inline strings, the same columns, formats, frozen header and filter), from the same rows of the same ledger, in turns.',
      figures: {
        timesAsFast: atLeast(2, median(pairs.ratios), 'ratio'),
        peakMb: below(300, Math.max(...peaks.ours), 'MB'),
      },
      numbers: {
        charges,
        rowsPerSecond: Math.round(median(pairs.subject)),
        exceljsRowsPerSecond: Math.round(median(pairs.baseline)),
        ratios: pairs.ratios.map(rounded),
        peaksMb: peaks.ours.map(rounded),
        exceljsPeaksMb: peaks['by-exceljs'].map(rounded),
        fileMb: rounded(sizes.ours),
        exceljsFileMb: rounded(sizes['by-exceljs']),
      },
    };
  });
}
