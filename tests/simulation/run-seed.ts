import { createSeededRandom } from '../../build/run/seeded-random.ts';
import { drawSetting } from './story/draw-setting.ts';
import { drawStep } from './story/draw-step.ts';
import type { Guide } from './story/guide.ts';
import { play, type Outcome } from './story/play-story.ts';
import type { WorldOptions } from './world.ts';

/** One shop's story from one number: troubles for `steps` glances of the cashier, then calm, then rest. */
export function runSeed(
  seed: number,
  steps: number,
  options: WorldOptions = {},
  guide: Guide = { next: drawStep },
): Promise<Outcome> {
  const setting = drawSetting(seed);
  const random = createSeededRandom(~seed);
  let left = steps;
  return play(setting, (glance) => (left-- > 0 ? guide.next(random, glance(), setting) : null), options);
}
