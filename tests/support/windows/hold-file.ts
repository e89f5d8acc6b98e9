import koffi from 'koffi';

/** Why the tests that hold files run on Windows alone. Undefined on Windows. */
export const whyNotHeld =
  process.platform === 'win32' ? undefined : 'only Windows refuses what another program has open';

/**
 * How programs open a file: the FILE_SHARE_* bits that they leave to others. Windows does not ask which process has the handle,
 * so a handle of this process is as good as another program's.
 */
export const SHARES = {
  'nothing, as an exclusive backup': 0,
  'reading, as .NET and fopen': 1,
  'reading and writing, as SQLite': 3,
} as const;

const GENERIC_READ = 0x80000000;
const OPEN_EXISTING = 3;
const FILE_ATTRIBUTE_NORMAL = 0x80;

/** Opens a file as another program does. Returns the function that closes it. A second call of that does nothing. */
export function holdFile(path: string, share: number): () => void {
  const kernel = koffi.load('kernel32.dll');
  const createFile = kernel.func(
    'intptr_t __stdcall CreateFileW(str16 name, uint32 access, uint32 share, void *security, uint32 disposition, uint32 flags, void *template)',
  ) as unknown as (...args: readonly unknown[]) => number | bigint;
  const closeHandle = kernel.func('bool __stdcall CloseHandle(intptr_t handle)') as unknown as (
    handle: number | bigint,
  ) => boolean;
  const handle = createFile(path, GENERIC_READ, share, null, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, null);
  if (Number(handle) === -1) throw new Error(`${path} cannot be opened`);
  let isOpen = true;
  return () => {
    if (isOpen) closeHandle(handle);
    isOpen = false;
  };
}
