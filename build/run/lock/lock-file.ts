/** A package of package-lock.json, by its path. */
export interface Entry {
  readonly version?: string;
  /** The real name, where a package is installed under another one. */
  readonly name?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface LockFile {
  packages: Record<string, Entry>;
}

const FOLDER = 'node_modules/';

/** True for a package that npm fetches from the registry: not the project, and not a folder of it. */
export function isFetched(path: string, { link }: Entry): boolean {
  return path.includes(FOLDER) && link !== true;
}

/** Returns the name under which the registry has a package. */
export function registryName(path: string, { name }: Entry): string {
  return name ?? path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
}

/** Returns the paths of the packages that npm would install without comparing them with a hash. */
export function withoutIntegrity({ packages }: LockFile): string[] {
  return Object.entries(packages)
    .filter(([path, entry]) => isFetched(path, entry) && entry.integrity?.startsWith('sha512-') !== true)
    .map(([path]) => path);
}
