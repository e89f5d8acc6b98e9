import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from './repo-root.ts';
import { say } from './say.ts';

/**
 * npm run lock: adds to package-lock.json the optional packages of other platforms that npm left out.
 *
 * npm leaves a package out if the registry does not have it. Then `npm ci` refuses the lock file on every machine ("Missing: …
 * from lock file"). The version comes from the package that needs it, and the platform from its name. It is installed only on
 * that platform.
 */
type Entry = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};

const OSES = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const CPUS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];
const EXACT_VERSION = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

const file = join(repoRoot, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> };
const added: string[] = [];

for (const parent of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const isThere = Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`));
    const platform = platformOf(name);
    if (isThere || platform === undefined || !EXACT_VERSION.test(version)) continue;
    const entry: Entry = {
      version,
      ...platform,
      optional: true,
      ...(parent.dev === true ? { dev: true } : {}),
    };
    lock.packages[`node_modules/${name}`] = inOrder(entry);
    added.push(`${name}@${version}`);
  }
}

const byPath = Object.entries(lock.packages).sort(byName);
lock.packages = Object.fromEntries(byPath);
if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
say(added.length === 0 ? 'package-lock.json is complete' : `added to package-lock.json: ${added.join(', ')}`);

/**
 * Returns the platform in a package's name: `@oxlint/binding-linux-arm64-musl` is os linux, cpu arm64, libc musl. Undefined for
 * other names.
 */
function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> | undefined {
  const words = name.split(/[-/]/);
  const os = OSES.find((word) => words.includes(word));
  const cpu = CPUS.find((word) => words.includes(word));
  if (os === undefined || cpu === undefined) return undefined;
  const ending = words.at(-1) ?? '';
  const libc = ending.startsWith('musl') ? ['musl'] : ending.startsWith('gnu') ? ['glibc'] : undefined;
  return { os: [os], cpu: [cpu], ...(libc === undefined ? {} : { libc }) };
}

/** Orders the fields as npm does: the version first, the rest by name. */
function inOrder({ version = '', ...rest }: Entry): Entry {
  return { version, ...Object.fromEntries(Object.entries(rest).sort(byName)) };
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a.localeCompare(b, 'en');
}
