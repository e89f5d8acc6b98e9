import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import type { OtherTill, OtherTillOrder } from './other-till.ts';

/** The path from guest-programs.ts. */
const OTHER_TILL = '/run/rig/other-till.mjs';

/** Runs another till to the end of its order. */
export async function askOtherTill(order: OtherTillOrder): Promise<OtherTill[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [OTHER_TILL, JSON.stringify(order)]);
  return JSON.parse(stdout) as OtherTill[];
}

/** A program that runs until it is killed. */
export interface OtherProgram {
  kill(): Promise<void>;
}

/** Starts another till on an order without an end. */
export function startOtherTill(order: OtherTillOrder): OtherProgram {
  const stdio = ['ignore', 'inherit', 'inherit'] as const;
  return killable(spawn(process.execPath, [OTHER_TILL, JSON.stringify(order)], { stdio: [...stdio] }));
}

/** Starts a program that holds a device file open. Resolves when it does. */
export async function holdOpen(path: string): Promise<OtherProgram> {
  const child = spawn('sh', ['-c', 'exec 3<>"$0"; echo open; read -r _', path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return killable(child);
}

function killable(child: ReturnType<typeof spawn>): OtherProgram {
  return {
    async kill() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
