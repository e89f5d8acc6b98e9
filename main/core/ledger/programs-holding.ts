import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type koffi from 'koffi';
import type { KoffiFunc } from 'koffi';

/** The size of RM_PROCESS_INFO, and the offset and the size of its name (RestartManager.h), bytes. */
const INFO = 668;
const NAME_AT = 12;
const NAME = 512;
/** The most programs that are named. */
const MOST = 16;

/**
 * Returns the names of the other programs that have one of the files open, as Windows' Restart Manager knows them. Empty if it
 * knows none, and on other systems. Windows can take seconds, so this works outside the thread. Never rejects.
 */
export async function programsHolding(files: readonly string[]): Promise<readonly string[]> {
  if (process.platform !== 'win32') return [];
  try {
    const { default: native } = await import('koffi');
    return await askRestartManager(native, files);
  } catch {
    // The names only help a person. An error here must not hide that a file is held.
    return [];
  }
}

/** Returns the same for the files of a data folder and of its ledgers. */
export async function programsHoldingData(dataDir: string): Promise<readonly string[]> {
  const folders = ['.', 'production', 'training'].map((name) => join(dataDir, name)).filter(existsSync);
  return programsHolding(
    folders.flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => join(folder, name)),
    ),
  );
}

async function askRestartManager(native: typeof koffi, files: readonly string[]): Promise<string[]> {
  const manager = bindCalls(native);
  const session = [0];
  if ((await called(manager.start, session, 0, Buffer.alloc(66))) !== 0) return [];
  const id = session[0] ?? 0;
  try {
    if ((await called(manager.register, id, files.length, files, 0, null, 0, null)) !== 0) return [];
    const count = [MOST];
    const infos = Buffer.alloc(MOST * INFO);
    if ((await called(manager.list, id, [0], count, infos, [0])) !== 0) return [];
    return readNames(infos, count[0] ?? 0, process.pid);
  } finally {
    await called(manager.end, id);
  }
}

/** Reads the different names of `count` programs from RM_PROCESS_INFO structures, without those of the process `own`. */
export function readNames(infos: Buffer, count: number, own: number): string[] {
  const names = Array.from({ length: Math.min(count, MOST) }, (_, place) => {
    const info = infos.subarray(place * INFO, (place + 1) * INFO);
    if (info.readUInt32LE(0) === own) return '';
    const [name = ''] = info.toString('utf16le', NAME_AT, NAME_AT + NAME).split('\0');
    return name;
  });
  return [...new Set(names)].filter((name) => name !== '');
}

/** Runs a call outside the thread. Returns its result, 0 for success. */
function called<A extends unknown[]>(call: KoffiFunc<(...args: A) => number>, ...args: A): Promise<number> {
  return new Promise((resolve, reject) => {
    const done = (error: unknown, result: number): void =>
      error === null ? resolve(result) : reject(error as Error);
    (call.async as (...all: unknown[]) => void)(...args, done);
  });
}

/** Declares the used functions of the Restart Manager (signatures as in Microsoft's API reference). */
function bindCalls({ load }: typeof koffi) {
  const library = load('rstrtmgr.dll');
  /** Binds a function of the library. The caller knows its types. */
  const bind = <A extends unknown[]>(prototype: string): KoffiFunc<(...args: A) => number> =>
    library.func(prototype) as unknown as KoffiFunc<(...args: A) => number>;
  return {
    start: bind<[session: number[], flags: number, key: Buffer]>(
      'uint32 __stdcall RmStartSession(_Out_ uint32 *session, uint32 flags, uint8 *key)',
    ),
    register: bind<
      [
        session: number,
        count: number,
        files: readonly string[],
        programs: number,
        noProgram: null,
        services: number,
        noService: null,
      ]
    >(
      'uint32 __stdcall RmRegisterResources(uint32 session, uint32 count, const str16 *files, uint32 programs, void *noProgram, uint32 services, void *noService)',
    ),
    list: bind<[session: number, needed: number[], count: number[], infos: Buffer, reasons: number[]]>(
      'uint32 __stdcall RmGetList(uint32 session, _Out_ uint32 *needed, _Inout_ uint32 *count, uint8 *infos, _Out_ uint32 *reasons)',
    ),
    end: bind<[session: number]>('uint32 __stdcall RmEndSession(uint32 session)'),
  };
}
