import { readText } from '../../files/file-operations.ts';
import type { TillProcess } from '../api/address-file.ts';
import { processStartedAt } from './system-ports.ts';

/** This process, as `api.json` names it. */
export const ownProcess: TillProcess = {
  pid: process.pid,
  startedAt: new Date(processStartedAt).toISOString(),
  startTicks: startTicks(),
};

/** Returns field 22 of `/proc/PID/stat` (proc_pid_stat(5)), which no change of the clock moves. Null on other systems. */
function startTicks(): number | null {
  if (process.platform !== 'linux') return null;
  // The name of the program, in parentheses, can have spaces. Field 3 is the first one after it.
  const stat = readText('/proc/self/stat');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[22 - 3]);
}
