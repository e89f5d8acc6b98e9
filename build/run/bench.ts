import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PARTS } from '../../tests/bench/parts.ts';
import type { BenchOptions, Measured } from '../../tests/bench/part.ts';
import { say } from './say.ts';

/** npm run bench: measures the till against bare counterparts and prints one JSON document. It asserts nothing. */
async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      large: { type: 'boolean', default: false },
      ledgers: { type: 'string' },
    },
  });
  const { quick, large } = values;
  const options: BenchOptions = {
    quick,
    large,
    rounds: wholeNumber(values.rounds ?? (quick ? '2' : '5')),
    ledgers: values.ledgers === undefined ? null : resolve(values.ledgers),
  };
  const names = values.only?.split(',') ?? Object.keys(PARTS);
  const parts: Record<string, Measured | { readonly error: string }> = {};
  for (const name of names) {
    say(`bench: ${name}`);
    parts[name] = await run(name, options);
  }
  const machine = { processors: cpus().length, node: process.version, platform: process.platform };
  process.stdout.write(`${JSON.stringify({ machine, ...options, parts }, null, 2)}\n`);
}

/** Runs one part. If it cannot run, returns the reason, and the other parts still run. */
async function run(name: string, options: BenchOptions): Promise<Measured | { readonly error: string }> {
  const part = PARTS[name];
  if (part === undefined) return { error: `no such part; there are ${Object.keys(PARTS).join(', ')}` };
  try {
    const measured = await part(options);
    for (const [figure, { is, unit, aim, met }] of Object.entries(measured.figures))
      say(`  ${figure}: ${is} ${unit} (aim ${JSON.stringify(aim)}) ${met ? 'met' : 'MISSED'}`);
    return measured;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    say(`  could not run: ${reason}`);
    return { error: reason };
  }
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--rounds ${text}: not a number of rounds`);
  return value;
}

await bench().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
