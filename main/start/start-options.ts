import { isAbsolute, resolve } from 'node:path';

/** The options of a start. */
export interface StartOptions {
  /** The data folder. Null: Electron chooses it. */
  readonly dataDir: string | null;
  /** The Node executable that runs the core in place of Electron's utility process. Null: none. */
  readonly coreNode: string | null;
  /** True if the hooks for tests may be installed. */
  readonly testHooks: boolean;
  readonly language: 'pt-BR' | 'en';
}

export interface StartSources {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly isPackaged: boolean;
}

/** Reads switches and variables. An option that could weaken an installed till is read only in an unpackaged run. */
export function readStartOptions({ argv, env, cwd, isPackaged }: StartSources): StartOptions {
  const dataDir = switchValue(argv, 'data-dir') ?? filled(env['BALCAO_DATA_DIR']);
  const language = switchValue(argv, 'language') ?? filled(env['BALCAO_LANGUAGE']);
  const coreNode = isPackaged ? null : filled(env['BALCAO_CORE_NODE']);
  return {
    dataDir: dataDir === null ? null : resolve(cwd, dataDir),
    // A relative name would be searched in PATH or the working folder, so it is ignored.
    coreNode: coreNode !== null && isAbsolute(coreNode) ? coreNode : null,
    testHooks: !isPackaged && env['BALCAO_TEST'] === '1',
    language: language === 'en' ? 'en' : 'pt-BR',
  };
}

function switchValue(argv: readonly string[], name: string): string | null {
  const prefix = `--${name}=`;
  const found = argv.find((argument) => argument.startsWith(prefix));
  return found === undefined ? null : filled(found.slice(prefix.length));
}

const filled = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);
