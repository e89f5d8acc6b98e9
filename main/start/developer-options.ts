import { isAbsolute, resolve } from 'node:path';
import { filled, switchValue } from './start-options.ts';

/** The options of a run from the sources. The build of an installed till does not contain them. */
export interface DeveloperOptions {
  /** The data folder. Null: the account's own. */
  readonly dataDir: string | null;
  /** The Node executable that runs the core in place of Electron's utility process. Null: none. */
  readonly coreNode: string | null;
  /** The port of the local API, 0 for a free one. Null: the usual one. Several tills of one machine need several. */
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
  const dataDir = switchValue(argv, 'data-dir') ?? filled(env['BALCAO_DATA_DIR']);
  const coreNode = filled(env['BALCAO_CORE_NODE']);
  return {
    dataDir: dataDir === null ? null : resolve(cwd, dataDir),
    // A relative name would be searched in PATH or the working folder, so it is ignored.
    coreNode: coreNode !== null && isAbsolute(coreNode) ? coreNode : null,
    apiPort: portOf(switchValue(argv, 'api-port')),
    testHooks: env['BALCAO_TEST'] === '1',
  };
}

const portOf = (text: string | null): number | null =>
  text !== null && /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null;
