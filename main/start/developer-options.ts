import { resolve } from 'node:path';
import { portNumber } from '../../shared/kernel/port-number.ts';
import { filled, switchValue } from './start-options.ts';

/** The options of a run from the sources. The build of an installed till does not contain them. */
export interface DeveloperOptions {
  /** The data folder. Null: the account's own. */
  readonly dataDir: string | null;
  /** The port of the local API, 0 for a free one. Null: the usual one, which two tills of one machine cannot share. */
  readonly apiPort: number | null;
  /** True if the hooks for tests may be installed. */
  readonly testHooks: boolean;
}

export interface DeveloperSources {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** Reads the switches and variables of a developer's run. */
export function readDeveloperOptions({ argv, env, cwd }: DeveloperSources): DeveloperOptions {
  // Chromium's own switch names the folder too, because its profile lies in it.
  const dataDir =
    switchValue(argv, 'data-dir') ?? switchValue(argv, 'user-data-dir') ?? filled(env['BALCAO_DATA_DIR']);
  const apiPort = switchValue(argv, 'api-port');
  return {
    dataDir: dataDir === null ? null : resolve(cwd, dataDir),
    apiPort: apiPort === null ? null : portNumber(apiPort),
    testHooks: env['BALCAO_TEST'] === '1',
  };
}
