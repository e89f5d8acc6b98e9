import { existsSync } from 'node:fs';
import { readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { groupMembers } from '../../support/till/process-group.ts';

/** What a process of an Electron app does. A page is a renderer; the cashier's and the customer's are added up. */
export type ProcessKind = 'main' | 'core' | 'pages' | 'gpu' | 'network' | 'zygotes' | 'other';

/** An amount by kind of process, and their sum. */
export type ByProcess = Readonly<Record<string, number>>;

/** Returns the processor time that each kind of process has used until now, ms. The kernel counts in steps of 10 ms. */
export const processorMs = (group: number): Promise<ByProcess> => sumUp(group, ownProcessorMs);

/** Returns the proportional set size of each kind of process, MB. Memory that processes share is divided between them. */
export const pssMb = (group: number): Promise<ByProcess> => sumUp(group, ownPssMb);

async function sumUp(group: number, measure: (pid: string) => Promise<number>): Promise<ByProcess> {
  const sums: Record<string, number> = { total: 0 };
  for (const member of await groupMembers(group)) {
    const [pid = ''] = member.split(' ');
    const one = await ofOne(pid, group, measure);
    if (one === null) continue;
    sums[one.kind] = (sums[one.kind] ?? 0) + one.amount;
    sums['total'] = (sums['total'] ?? 0) + one.amount;
  }
  return sums;
}

/** Returns null for a process that has ended since it was listed. */
async function ofOne(
  pid: string,
  group: number,
  measure: (pid: string) => Promise<number>,
): Promise<{ readonly kind: ProcessKind; readonly amount: number } | null> {
  try {
    return { kind: await kindOf(pid, group), amount: await measure(pid) };
  } catch (error) {
    if (existsSync(`/proc/${pid}/exe`)) throw error;
    return null;
  }
}

async function kindOf(pid: string, group: number): Promise<ProcessKind> {
  if (Number(pid) === group) return 'main';
  if (basename(await readlink(`/proc/${pid}/exe`)) === 'node') return 'core';
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
  if (command.includes('--utility-sub-type=network.mojom')) return 'network';
  const type = /--type=([a-z-]+)/.exec(command)?.[1];
  if (type === 'renderer') return 'pages';
  if (type === 'gpu-process') return 'gpu';
  return type === 'zygote' ? 'zygotes' : 'other';
}

/** proc(5): after the name in brackets come the fields from the third; `utime` is the 14th and `stime` the 15th, in 1/100 s. */
async function ownProcessorMs(pid: string): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function ownPssMb(pid: string): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kb = /^Pss:\s+(\d+) kB$/m.exec(text)?.[1];
  if (kb === undefined) throw new Error(`no PSS in smaps_rollup of ${pid}`);
  return Number(kb) / 1024;
}
