import { isAbsolute, resolve } from 'node:path';

/** What the person, or a test, said at the start. */
export interface StartOptions {
  /** Where everything of this till is kept; null leaves it to Electron. */
  readonly dataDir: string | null;
  /** A Node executable to run the core with, in place of Electron's utility process. */
  readonly coreNode: string | null;
  /** True when the hooks for tests may be installed. */
  readonly testHooks: boolean;
  readonly language: 'pt-BR' | 'en';
}

export interface StartSources {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly isPackaged: boolean;
}

/** Reads switches and variables. What could weaken an installed till is heard only in an unpackaged run. */
export function readStartOptions({ argv, env, cwd, isPackaged }: StartSources): StartOptions {
  const dataDir = switchValue(argv, 'data-dir') ?? filled(env['BALCAO_DATA_DIR']);
  const language = switchValue(argv, 'language') ?? filled(env['BALCAO_LANGUAGE']);
  const coreNode = isPackaged ? null : filled(env['BALCAO_CORE_NODE']);
  return {
    dataDir: dataDir === null ? null : resolve(cwd, dataDir),
    // A relative name would be looked up in PATH or the working folder: refuse to guess.
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
