import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { say } from './say.ts';
import { describeCoverage } from '../../tests/simulation/coverage/report.ts';
import { Crash } from '../../tests/simulation/crashing-database.ts';
import { runMany, type Failure, type Way } from '../../tests/simulation/run-many.ts';
import { MUTANTS, runMutants } from '../../tests/simulation/run-mutants.ts';
import { playStory } from '../../tests/simulation/story/play-story.ts';
import { shrink } from '../../tests/simulation/story/shrink.ts';

/**
 * npm run simulate -- --seeds N --from S [--steps K] [--files | --every-instant] [--coverage] [--guided] [--story FILE] | --mutants [--only WORDS]:
 * whole tills in virtual time, each from one number. A failing story is shortened; --story writes it as data.
 * --only takes the mutants whose name has these words.
 */

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string' },
    files: { type: 'boolean', default: false },
    'every-instant': { type: 'boolean', default: false },
    coverage: { type: 'boolean', default: false },
    guided: { type: 'boolean', default: false },
    story: { type: 'string' },
    mutants: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});

const seeds = whole('seeds', values.seeds);
const from = whole('from', values.from);
const steps = whole('steps', values.steps ?? '40');
/** The number of failing stories that are shortened and printed. */
const TOLD = 3;

const way: Way = values['every-instant'] ? 'every-instant' : values.files ? 'files' : 'memory';

// Unfinished work of a dead till ends with it.
process.on('unhandledRejection', (reason) => {
  if (!(reason instanceof Crash)) throw reason;
});
process.exitCode = values.mutants ? await mutants() : await simulate();

async function simulate(): Promise<number> {
  let told = 0;
  const counting = values.guided ? 'guided' : values.coverage ? 'counted' : 'none';
  const result = await runMany({
    from,
    seeds,
    steps,
    way,
    counting,
    onProgress(done) {
      if ((done - told) * steps < 200_000) return;
      told = done;
      say(`${done} of ${seeds}`);
    },
  });
  for (const { seed, broken } of result.failed.slice(0, 50)) print(`seed ${seed} breaks: ${broken[0]}`);
  for (const failure of result.failed.slice(0, TOLD)) await tell(failure);
  if (counting !== 'none') print(describeCoverage(result.coverage).join('\n'));
  const rate = seeds / result.seconds;
  print(
    `${rate.toFixed(rate < 10 ? 2 : 0)} seeds a second, ${steps} steps each, seeds ${from} to ${from + seeds - 1}`,
  );
  print(`${result.passed} passed, ${result.failed.length} failed`);
  return result.failed.length === 0 ? 0 : 1;
}

async function tell({ seed, broken, story }: Failure): Promise<void> {
  print(`seed ${seed}:\n${broken.slice(0, 20).join('\n')}`);
  if (way === 'every-instant') return;
  const files = way === 'files';
  const whole = await playStory(story, { files });
  const short = await shrink(whole, { files });
  const { trace } = await playStory(short.story, { files, traced: true });
  print(`breaks in ${short.story.steps.length} steps:\n${trace.join('\n')}\n${short.broken.join('\n')}`);
  if (values.story === undefined) print(`${JSON.stringify(short.story)}\n`);
  else writeFileSync(values.story, `${JSON.stringify(short.story, null, 2)}\n`);
}

async function mutants(): Promise<number> {
  let caught = 0;
  let missed = 0;
  // Without --steps the stories are as long as each mutant needs.
  const length = values.steps === undefined ? null : steps;
  const chosen = MUTANTS.filter(({ name }) => name.includes(values.only));
  if (chosen.length === 0) {
    say(`no mutant has "${values.only}" in its name`);
    return 2;
  }
  for await (const { name, caughtBy, broken } of runMutants(from, seeds, length, chosen)) {
    if (caughtBy === null) missed += 1;
    else caught += 1;
    const found = caughtBy === null ? 'MISSED' : 'caught';
    print(`${found}  ${name.padEnd(46)} ${caughtBy === null ? '' : `${caughtBy}: ${broken}`}`);
  }
  print(`${caught} passed, ${missed} failed`);
  return missed === 0 ? 0 : 1;
}

function whole(name: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  say(`--${name} takes a whole number, for example --${name} 2000`);
  process.exit(2);
}

/** Prints a finding on standard output. Progress goes to standard error. */
function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
