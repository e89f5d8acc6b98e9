import { readdir, readFile } from 'node:fs/promises';
import { pollUntil } from '../displays/poll-until.ts';

/**
 * Returns the living processes of a group as `<pid> <name>`. Playwright starts Electron as the leader of a process group. All
 * processes of the app stay in it, also after their parent died.
 */
export async function groupMembers(group: number): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const members: string[] = [];
  for (const pid of pids) {
    // The process may end between listing and reading.
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    // proc(5): pid (name) state ppid pgrp …; the name may hold spaces and brackets.
    const [, name, state, pgrp] = /^\d+ \((.*)\) (\S) \d+ (\d+) /.exec(stat) ?? [];
    if (Number(pgrp) === group && state !== 'Z') members.push(`${pid} ${name}`);
  }
  return members;
}

/** Kills a whole group at once, as a power cut does, and waits until all its processes are gone. */
export async function killGroup(group: number): Promise<void> {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // No process is left.
  }
  await pollUntil(`end of process group ${group}`, () => isEmpty(group));
}

/** Waits for the regular end of a group. Returns the names of the processes that did not end in time, and kills them. */
export async function reapGroup(group: number, graceMs: number): Promise<string[]> {
  const ended = await pollUntil('the end', () => isEmpty(group), { timeoutMs: graceMs }).catch(() => false);
  if (ended) return [];
  const left = await groupMembers(group);
  await killGroup(group);
  return left;
}

async function isEmpty(group: number): Promise<true | undefined> {
  return (await groupMembers(group)).length === 0 ? true : undefined;
}
