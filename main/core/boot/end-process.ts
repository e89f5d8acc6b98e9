/**
 * Ends the process. Called when everything is written. `process.exit` waits for every thread, and a thread that hangs in a print
 * service never ends. If a thread may hang, kills the process. The exit code is then not `code` but 1 on Windows, and the signal
 * SIGKILL on other systems. Loads no library, because the thread that hangs can lock the loader of Windows.
 *
 * @param hasCallsUnderWay whether a thread may hang in a call into the system.
 */
export function endProcess(code: number, hasCallsUnderWay: boolean): never {
  if (hasCallsUnderWay) process.kill(process.pid, 'SIGKILL');
  process.exit(code);
}
