/** What the folders of the till depend on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  /** The home folder of the account, as Node has it. Electron's loses letters in a locale without UTF-8. */
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Returns a variable that holds an absolute path of this system. Null without one. */
export function pathIn({ platform, env }: Machine, name: string): string | null {
  const value = env[name] ?? '';
  const isAbsolute = platform === 'win32' ? /^[a-z]:[\\/]/i.test(value) : value.startsWith('/');
  return isAbsolute ? value : null;
}
