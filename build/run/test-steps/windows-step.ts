import { PARTS } from '../windows/parts.ts';
import { runParts } from '../windows/run-parts.ts';
import type { Step } from './step.ts';

/** The parts that run with every `npm test`. The others take longer than the rest of a run can wait. */
const OFTEN: ReadonlySet<string> = new Set(['tour', 'held-files', 'printing', 'hung-spooler', 'kills']);

/** A part of `npm run windows`. What is left out is reported as not run, and so is all of it where the machine cannot. */
export const windowsStep: Step = {
  name: 'windows',
  async run() {
    const chosen = PARTS.filter(({ name }) => OFTEN.has(name));
    const left = PARTS.filter(({ name }) => !OFTEN.has(name)).map(({ name }) => name);
    const reports = await runParts(chosen);
    if (!reports.ok) return { passed: 0, notRun: [`all of it: ${reports.error}`], failures: [] };
    const named = (pick: 'notRun' | 'failures'): string[] =>
      reports.value.flatMap((part) => part[pick].map((line) => `${part.name}: ${line}`));
    return {
      passed: reports.value.reduce((sum, { passed }) => sum + passed, 0),
      notRun: [...named('notRun'), `${left.join(', ')}: npm run windows runs them`],
      failures: named('failures'),
    };
  },
};
