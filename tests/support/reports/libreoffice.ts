import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from './read-csv.ts';

/** `;`, `"`, UTF-8, every sheet in a file of its own; `true`: as shown. Source: LibreOffice Help, "Filter Options for CSV". */
const eachSheet = (asShown: boolean): string =>
  `csv:Text - txt - csv (StarCalc):59,34,76,1,,1046,false,false,${asShown},false,false,-1`;

/** LibreOffice's own reading of each sheet of a file, by the names of file and tab; a CSV's tab is called as its file. */
export interface Opened {
  readonly sheets: ReadonlyMap<string, string[][]>;
  /** What it said on the way. */
  readonly said: string;
}

/** Opens a file without a window, with a profile in `work` of its own, so that a LibreOffice that is open is left alone. */
export function openInLibreOffice(file: string, work: string, ...options: readonly string[]): Opened {
  return convert(file, work, eachSheet(false), options);
}

/** The same, each cell as a person sees it. */
export function seeInLibreOffice(file: string, work: string): Opened {
  return convert(file, work, eachSheet(true), []);
}

function convert(file: string, work: string, sheet: string, options: readonly string[]): Opened {
  const into = join(work, `opened-${file.split('.').at(-1)}`);
  const profile = `-env:UserInstallation=file://${join(work, 'profile')}`;
  const how = ['--headless', '--norestore', ...options, '--convert-to', sheet, '--outdir', into, file];
  const said = execFileSync('soffice', [profile, ...how], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const names = readdirSync(into);
  const read = (name: string): string[][] => readCsv(readFileSync(join(into, name), 'utf8'));
  return { said, sheets: new Map(names.map((name) => [name.replace(/\.csv$/, ''), read(name)])) };
}

/** Centavos of a column below its title, out of numbers as LibreOffice writes them. */
export function sumOfColumn(rows: readonly string[][] | undefined, place: number): number {
  const cents = (text = ''): number => Math.round(Number(text.replace(',', '.')) * 100);
  return (rows ?? []).slice(1).reduce((before, row) => before + cents(row[place]), 0);
}
