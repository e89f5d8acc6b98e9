import { isAbsolute } from 'node:path';
import type { Supervisor } from '../supervisor/supervisor.ts';
import { untilAttached } from './until-attached.ts';

/**
 * Everything that tests may reach inside main. Loaded only in an unpackaged run with BALCAO_TEST=1. An installed till cannot
 * load this file.
 */
export interface TestHooks {
  /** Another program in place of the core (BALCAO_TEST_CORE): the fixture core of the utility-process test. */
  readonly coreModule: string | null;
  /** Resolves when the driver of the app can see its first window. */
  readonly attached: Promise<void>;
  expose(supervisor: Supervisor): void;
}

/** Creates the hooks of a run under test. */
export function createTestHooks(
  env: Readonly<Record<string, string | undefined>>,
  argv: readonly string[],
): TestHooks {
  const core = env['BALCAO_TEST_CORE'];
  return {
    coreModule: core !== undefined && isAbsolute(core) ? core : null,
    attached: untilAttached(argv),
    expose(supervisor) {
      const balcaoTest = {
        corePid: () => supervisor.pid() ?? null,
        coreState: () => supervisor.state(),
        trainingPhone: () => supervisor.trainingPhone(),
      };
      Object.assign(globalThis, { balcaoTest });
    },
  };
}
