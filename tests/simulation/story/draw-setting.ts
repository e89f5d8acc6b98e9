import { createSeededRandom } from '../../../build/run/seeded-random.ts';
import type { Setting } from './story.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How far a gateway's clock may be from the truth, ms: most are right, some are minutes off, a few by years. */
const CLOCKS: readonly number[] = [0, 0, 0, 0, 0, 4 * MINUTE, -7 * MINUTE, 3 * HOUR, -DAY, 2 * 365 * DAY];

/** Whether the till of a story has a printer: one in twelve does; in half of those receipts come out by themselves. */
export const hasPrinter = (seed: number): boolean => seed % 12 === 1;

/** The shop of a seed. */
export function drawSetting(seed: number): Setting {
  const random = createSeededRandom(seed);
  return {
    chance: random.seed(),
    printer: hasPrinter(seed) ? { automatic: random.chance(0.5), drawer: random.chance(0.4) } : null,
    family: random.chance(0.15) ? 'orderv' : 'order',
    gateway: {
      clockAhead: random.pick(CLOCKS),
      amountsAs: random.pick(['number', 'number', 'number', 'text', 'tail'] as const),
    },
    wholeDay: seed % 25 === 0,
    closes: seed % 5 === 0,
    ...(seed % 8 === 5 ? { keysChange: true } : {}),
    ...(seed % 50 === 7 ? { pins: true } : {}),
  };
}
