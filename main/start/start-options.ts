/** The options of every start. */
export interface StartOptions {
  readonly language: 'pt-BR' | 'en';
}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads the options that every till has. Those of a developer's run are in `developer-options.ts`. */
export function readStartOptions(argv: readonly string[], env: Env): StartOptions {
  const language = switchValue(argv, 'language') ?? filled(env['BALCAO_LANGUAGE']);
  return { language: language === 'en' ? 'en' : 'pt-BR' };
}

/** Returns the value of `--name=value`. Null if the switch is missing or empty. */
export function switchValue(argv: readonly string[], name: string): string | null {
  const prefix = `--${name}=`;
  const found = argv.find((argument) => argument.startsWith(prefix));
  return found === undefined ? null : filled(found.slice(prefix.length));
}

/** Returns the text, or null if it is missing or empty. */
export const filled = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text;
