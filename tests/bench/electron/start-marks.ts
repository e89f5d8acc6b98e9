import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DevtoolsPage } from './devtools.ts';

/** Instants of a start, in ms since the program was started. */
export type Marks = Readonly<Record<string, number>>;

/** Returns when the cashier's page began to load, had its document, had run its script, and drew for the first time. */
export async function pageMarks(page: DevtoolsPage, startedAt: number): Promise<Marks> {
  const marks = await page.evaluate<Record<string, number>>(`(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return {
      pageBegins: performance.timeOrigin,
      documentHere: performance.timeOrigin + navigation.responseEnd,
      scriptsRead: performance.timeOrigin + navigation.domInteractive,
      scriptsRun: performance.timeOrigin + navigation.domContentLoadedEventEnd,
      ...(paint === undefined ? {} : { firstText: performance.timeOrigin + paint.startTime }),
    };
  })()`);
  return Object.fromEntries(Object.entries(marks).map(([name, at]) => [name, at - startedAt]));
}

/** Returns when main began its own work and when the core was up, by the log. An app without our log has no such marks. */
export function ownMarks(dataDir: string, startedAt: number): Marks {
  const file = join(dataDir, 'logs', 'balcao.log');
  if (!existsSync(file)) return {};
  const lines = readFileSync(file, 'utf8').split('\n');
  const at = (event: string): number | undefined =>
    lines
      .filter((line) => line.includes(` ${event} `))
      .map((line) => Date.parse(line.split(' ')[0] ?? '') - startedAt)
      .find((sinceMs) => sinceMs > 0);
  return withoutMissing({ mainBegins: at('start'), coreUp: at('core-up') });
}

function withoutMissing(marks: Readonly<Record<string, number | undefined>>): Marks {
  return Object.fromEntries(
    Object.entries(marks).filter((mark): mark is [string, number] => mark[1] !== undefined),
  );
}
