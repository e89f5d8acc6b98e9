/** The variables that the core gets: folders of programs and of the person, the language and the time zone. */
const KEPT = [
  'PATH',
  'HOME',
  'LANG',
  'LC_ALL',
  'TZ',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'XDG_CACHE_HOME',
  'XDG_RUNTIME_DIR',
  // Windows needs the first of these to open a socket.
  'SystemRoot',
  'TEMP',
  'TMP',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
] as const;

type Env = Readonly<Record<string, string | undefined>>;

/** Returns the core's environment. It is built and not inherited, so it has no NODE_OPTIONS, no proxy and no debugger. */
export function coreEnv(own: Env): Record<string, string> {
  const env: Record<string, string> = {};
  for (const name of KEPT) {
    const value = own[name];
    if (value !== undefined && value !== '') env[name] = value;
  }
  return env;
}
