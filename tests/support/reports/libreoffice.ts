import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from './read-csv.ts';

/**
 * The export filter: `;`, `"`, UTF-8, each sheet in another file. `true`: cells as shown. Source: LibreOffice Help, "Filter
 * Options for CSV".
 */
const eachSheet = (asShown: boolean): string =>
  `csv:Text - txt - csv (StarCalc):59,34,76,1,,1046,false,false,${asShown},false,false,-1`;

/** Reads each sheet of a file with LibreOffice, by the names of file and tab. The tab of a CSV has the file's name. */
export interface Opened {
  readonly sheets: ReadonlyMap<string, string[][]>;
  /** Its output. */
  readonly said: string;
}

/** Opens a file without a window, with a profile in `work`, so that an open LibreOffice is not disturbed. */
export function openInLibreOffice(file: string, work: string, ...options: readonly string[]): Opened {
  return convert(file, work, eachSheet(false), options);
}

/** Reads each cell as a person sees it. */
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

/** Returns the centavos of a column below its title, from numbers as LibreOffice writes them. */
export function sumOfColumn(rows: readonly string[][] | undefined, place: number): number {
  const cents = (text = ''): number => Math.round(Number(text.replace(',', '.')) * 100);
  return (rows ?? []).slice(1).reduce((before, row) => before + cents(row[place]), 0);
}
