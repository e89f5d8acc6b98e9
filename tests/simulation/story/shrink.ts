import type { WorldOptions } from '../world.ts';
import { playStory, type Outcome } from './play-story.ts';
import type { Act, Step, Story } from './story.ts';

/** Steps that one call may tell, about a minute: a story of 10,000 steps is not shortened for ever. */
const BUDGET = 150_000;
/** What the rest at the end of a story costs, in steps. */
const REST = 100;

/** The kind of a fault: the invariant that is broken, whatever the charge is called. */
const kindOf = (broken: string): string => broken.split(' ')[0] ?? broken;

/**
 * The same fault in as few steps and acts as possible: leaves out halves, quarters, single steps, then single troubles
 * and acts, until every one that is left is needed (delta debugging, Zeller and Hildebrandt 2002). A story counts only if
 * it breaks the invariant that the whole story broke first.
 */
export async function shrink(whole: Outcome, options: WorldOptions = {}): Promise<Outcome> {
  const fault = kindOf(whole.broken[0] ?? '');
  let best = whole;
  let told = 0;
  const breaks = async (steps: readonly Step[]): Promise<boolean> => {
    if (told >= BUDGET) return false;
    told += steps.length + REST;
    const outcome = await playStory({ setting: whole.story.setting, steps }, options);
    const isSame = outcome.broken.some((each) => kindOf(each) === fault);
    if (isSame) best = outcome;
    return isSame;
  };
  for (let isShorter = true; isShorter && told < BUDGET;) {
    const before = JSON.stringify(best.story.steps);
    await leaveOut(best.story.steps, breaks);
    await simplify(() => best.story, breaks);
    isShorter = JSON.stringify(best.story.steps) !== before;
  }
  return best;
}

type Breaks = (steps: readonly Step[]) => Promise<boolean>;

/** Leaves out runs of steps, long ones first. The time that they took is kept, so that what is due later stays due. */
async function leaveOut(all: readonly Step[], breaks: Breaks): Promise<void> {
  let steps = all;
  for (let run = Math.ceil(steps.length / 2); run >= 1; run = run === 1 ? 0 : Math.ceil(run / 2)) {
    for (let at = 0; at < steps.length;) {
      const without = [...steps.slice(0, at), ...steps.slice(at + run)];
      const passed = steps.slice(at, at + run).reduce((sum, { wait }) => sum + wait, 0);
      const waiting = steps.map((step, index) =>
        index === at - 1 ? { ...step, wait: step.wait + passed } : step,
      );
      const idle = [...waiting.slice(0, at), ...waiting.slice(at + run)];
      if (await breaks(without)) steps = without;
      else if (at > 0 && (await breaks(idle))) steps = idle;
      else at += run;
    }
  }
}

/** Leaves out single troubles and acts, and what a step need not do. */
async function simplify(story: () => Story, breaks: Breaks): Promise<void> {
  for (let at = 0; at < story().steps.length; at++) {
    for (const simpler of simplerSteps(story().steps[at]!)) {
      const steps = story().steps.map((step, index) => (index === at ? simpler(step) : step));
      await breaks(steps);
    }
  }
}

function simplerSteps(step: Step): ((step: Step) => Step)[] {
  const withoutAct = (act: Act) => (now: Step) => ({ ...now, acts: now.acts.filter((each) => each !== act) });
  const withoutTrouble = (name: string) => (now: Step) => {
    const left = Object.entries(now.troubles ?? {}).filter(([key]) => key !== name);
    const { troubles: _, ...rest } = now;
    return left.length === 0 ? rest : { ...rest, troubles: Object.fromEntries(left) };
  };
  return [...Object.keys(step.troubles ?? {}).map(withoutTrouble), ...step.acts.map(withoutAct)];
}
