import type { Entry, LockFile } from './lock-file.ts';

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

/**
 * Adds the optional packages of other platforms that npm left out. Their version comes from the package that needs them, and their
 * platform from their name. Returns what was added, as `name@version`.
 */
export function addMissingPlatforms(lock: LockFile): string[] {
  const added: string[] = [];
  for (const parent of Object.values({ ...lock.packages })) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const isThere = Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`));
      const platform = platformOf(name);
      if (isThere || platform === undefined || !EXACT_VERSION.test(version)) continue;
      const { os, cpu, libc } = platform;
      // In the order in which npm writes them.
      lock.packages[`node_modules/${name}`] = {
        version,
        ...(cpu === undefined ? {} : { cpu }),
        ...(parent.dev === true ? { dev: true } : {}),
        ...(libc === undefined ? {} : { libc }),
        optional: true,
        ...(os === undefined ? {} : { os }),
      };
      added.push(`${name}@${version}`);
    }
  }
  return added;
}

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
