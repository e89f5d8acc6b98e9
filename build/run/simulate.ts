import { parseArgs } from 'node:util';
import { say } from './say.ts';
import { runMany } from '../../tests/simulation/run-many.ts';
import { runMutants } from '../../tests/simulation/run-mutants.ts';
import { shrink } from '../../tests/simulation/shrink.ts';

/** npm run simulate -- --seeds N --from S [--steps K] [--files | --every-instant] | --mutants: whole tills in virtual time, each from one number. */

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: '40' },
    files: { type: 'boolean', default: false },
    'every-instant': { type: 'boolean', default: false },
    mutants: { type: 'boolean', default: false },
  },
});

const seeds = whole('seeds', values.seeds);
const from = whole('from', values.from);
const steps = whole('steps', values.steps);

const way = values['every-instant'] ? 'every-instant' : values.files ? 'files' : 'memory';

process.exitCode = values.mutants ? await mutants() : await simulate();

async function simulate(): Promise<number> {
  let told = 0;
  const result = await runMany({
    from,
    seeds,
    steps,
    way,
    onProgress(done) {
      if (done - told < 5_000) return;
      told = done;
      say(`${done} of ${seeds}`);
    },
  });
  for (const { seed, broken } of result.failed.slice(0, 3)) {
    if (way === 'every-instant') print(`seed ${seed}:\n${broken.slice(0, 20).join('\n')}`);
    else tell(seed, await shrink(seed, steps, { files: way === 'files' }));
  }
  if (result.failed.length > 0) {
    print(
      `failing seeds: ${result.failed
        .slice(0, 50)
        .map(({ seed }) => seed)
        .join(' ')}`,
    );
  }
  print(
    `${(seeds / result.seconds).toFixed(0)} seeds a second, ${steps} steps each, seeds ${from} to ${from + seeds - 1}`,
  );
  print(`${result.passed} passed, ${result.failed.length} failed`);
  return result.failed.length === 0 ? 0 : 1;
}

function tell(seed: number, story: Awaited<ReturnType<typeof shrink>>): void {
  print(
    `seed ${seed} breaks after ${story.steps} steps:\n${story.trace.join('\n')}\n${story.broken.join('\n')}\n`,
  );
}

async function mutants(): Promise<number> {
  let caught = 0;
  let missed = 0;
  for await (const { name, seed, broken } of runMutants(from, seeds, steps)) {
    if (seed === null) missed += 1;
    else caught += 1;
    print(
      `${seed === null ? 'MISSED' : 'caught'}  ${name.padEnd(46)} ${seed === null ? '' : `seed ${seed}: ${broken}`}`,
    );
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

/** The findings go to standard output, progress to standard error. */
function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
