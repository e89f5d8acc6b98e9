import { createRequire } from 'node:module';
import type koffi from 'koffi';

/**
 * Ends the process at once, whatever its threads do. `process.exit` waits for them, and a thread that hangs in a print service
 * never ends. Called when everything is written.
 *
 * @param hasCallsUnderWay whether a thread may hang in a call into the system.
 */
export function endProcess(code: number, hasCallsUnderWay: boolean): never {
  if (hasCallsUnderWay) endHard(code);
  process.exit(code);
}

/** Ends the process without its threads. */
function endHard(code: number): void {
  try {
    // Not imported, because an import waits for threads of Node, which may all hang.
    const { load } = createRequire(import.meta.url)('koffi') as typeof koffi;
    if (process.platform === 'win32') {
      // TerminateProcess of this process: GetCurrentProcess is always -1 (processthreadsapi.h).
      load('kernel32.dll').func('bool __stdcall TerminateProcess(intptr_t process, uint32 code)')(-1, code);
    } else {
      load(null).func('void _exit(int code)')(code);
    }
  } catch {
    // The package does not load. A kill ends the process too, with a code of the system.
    process.kill(process.pid, 'SIGKILL');
  }
}
