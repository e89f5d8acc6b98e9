/**
 * Ends the process. Called when everything is written. `process.exit` waits for every thread, and a thread that hangs in a print
 * service never ends. With one the process is killed instead, and the system's code stands for `code`: 1 on Windows, SIGKILL
 * elsewhere. Nothing is loaded for that, because the loader of Windows can be locked by the thread that hangs.
 *
 * @param hasCallsUnderWay whether a thread may hang in a call into the system.
 */
export function endProcess(code: number, hasCallsUnderWay: boolean): never {
  if (hasCallsUnderWay) process.kill(process.pid, 'SIGKILL');
  process.exit(code);
}
