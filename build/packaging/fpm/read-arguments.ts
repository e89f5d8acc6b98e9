/** What the packager asks fpm for (FpmTarget of app-builder-lib). */
export interface FpmOrder {
  /** `deb`, `rpm`, … */
  readonly format: string;
  /** The file to write. */
  readonly file: string;
  readonly name: string;
  readonly version: string;
  readonly architecture: string;
  readonly maintainer: string;
  readonly homepage: string;
  /** The first line is the summary. */
  readonly description: string;
  readonly category: string | null;
  readonly priority: string | null;
  readonly compression: string | null;
  readonly depends: readonly string[];
  readonly recommends: readonly string[];
  /** Scripts of the packager, by fpm's names: `after-install`, `after-remove`. */
  readonly scripts: Readonly<Record<string, string>>;
  /** Files and folders, and where the package puts them. */
  readonly contents: readonly { readonly from: string; readonly to: string }[];
}

/** Switches of fpm without a value. None changes a package that is made from a folder. */
const WITHOUT_VALUE = new Set(['--force', '--debug']);
const SCRIPTS = ['before-install', 'after-install', 'before-remove', 'after-remove'];
/** What every package needs. */
const NEEDED = ['package', 'name', 'version', 'architecture', 'maintainer', 'url', 'description'] as const;
const OPTIONAL = [
  'category',
  'deb-priority',
  'deb-compression',
  'vendor',
  'license',
  'rpm-summary',
  ...SCRIPTS,
];

/** Reads fpm's arguments. Throws for one that has no place here, so that a newer packager loses nothing in silence. */
export function readFpmArguments(args: readonly string[]): FpmOrder {
  const values = new Map<string, string>();
  const depends: string[] = [];
  const recommends: string[] = [];
  const contents: { from: string; to: string }[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (WITHOUT_VALUE.has(arg)) continue;
    if (!arg.startsWith('-')) {
      const split = arg.lastIndexOf('=');
      contents.push({ from: arg.slice(0, split), to: arg.slice(split + 1) });
      continue;
    }
    const value = args[++at];
    if (value === undefined) throw new Error(`${arg} has no value`);
    if (arg === '-d') depends.push(value);
    else if (arg === '--deb-recommends') recommends.push(value);
    else values.set(known(arg), value);
  }
  const need = (name: string): string => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`--${name} is missing`);
    return value;
  };
  if (need('-s') !== 'dir') throw new Error('packages are made from folders only');
  for (const name of NEEDED) need(name);
  return {
    format: need('-t'),
    file: need('package'),
    name: need('name'),
    version: need('version'),
    architecture: need('architecture'),
    maintainer: need('maintainer'),
    homepage: need('url'),
    description: need('description'),
    category: values.get('category') ?? null,
    priority: values.get('deb-priority') ?? null,
    compression: values.get('deb-compression') ?? null,
    depends,
    recommends,
    scripts: Object.fromEntries(
      SCRIPTS.flatMap((name) => (values.has(name) ? [[name, need(name)] as const] : [])),
    ),
    contents,
  };
}

function known(arg: string): string {
  const name = arg.replace(/^--/, '');
  if (arg === '-s' || arg === '-t' || [...NEEDED, ...OPTIONAL].includes(name)) return name;
  throw new Error(`${arg} is not known here`);
}
