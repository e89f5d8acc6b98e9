/** What the core inherits: where programs and the person's folders are, the language and the time zone. */
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
  // Windows cannot open a socket without the first of these.
  'SystemRoot',
  'TEMP',
  'TMP',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
] as const;

type Env = Readonly<Record<string, string | undefined>>;

/** The core's environment, built and not inherited: no NODE_OPTIONS, no proxy, no debugger of somebody else's. */
export function coreEnv(own: Env): Record<string, string> {
  const env: Record<string, string> = {};
  for (const name of KEPT) {
    const value = own[name];
    if (value !== undefined && value !== '') env[name] = value;
  }
  return env;
}
