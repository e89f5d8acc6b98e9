import { say } from '../say.ts';
import type { Part } from './part.ts';

const SEEDS = 300;

/** Whole tills in virtual time, on SQLite files of Windows. */
export const simulationPart: Part = {
  name: 'simulation',
  async run(windows) {
    const program = windows.node(['build/run/simulate.ts', '--seeds', String(SEEDS)]);
    const code = await program.exit;
    say(program.stdout() + program.stderr());
    const [, passed = '0', failed = '0'] = /^(\d+) passed, (\d+) failed$/m.exec(program.stdout()) ?? [];
    const isComplete = code === 0 && Number(passed) === SEEDS && failed === '0';
    const failures = isComplete
      ? []
      : [`simulate ended with code ${code}: ${passed} of ${SEEDS} seeds passed`];
    return { passed: Number(passed), notRun: [], failures };
  },
};
