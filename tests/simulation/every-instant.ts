import { runSeed } from './run-seed.ts';
import { playStory, type Outcome } from './story/play-story.ts';
import type { Death } from './world.ts';

/** Tells one story again and again, each time with the till dying at another instant: at every await, at every write. */
export async function dieAtEveryInstant(
  seed: number,
  steps: number,
): Promise<Pick<Outcome, 'broken' | 'story'>> {
  const { counted, story } = await runSeed(seed, steps);
  const broken: string[] = [];
  for (const before of ['event', 'write'] as const) {
    for (let nth = 1; nth <= counted[before]; nth++) {
      const death: Death = { before, nth };
      const told = await playStory(story, { death });
      broken.push(...told.broken.map((what) => `death at ${before} ${nth}: ${what}`));
    }
  }
  return { broken, story };
}
