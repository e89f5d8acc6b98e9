import { fork } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { coreNode } from '../../../build/electron/core-node.ts';
import { childCore } from '../../../main/supervisor/child-core.ts';
import type { CoreProcess, ProcessEnd } from '../../../main/supervisor/core-process.ts';

/** A core as a child of the Node that the core runs under, with a program that reports what it got. */
const PROGRAM = `
process.on('message', () => undefined);
process.send({ version: process.versions.node, flags: process.execArgv, env: Object.keys(process.env) });
`;

let folder: string;
let modulePath: string;
let core: CoreProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balcao-core-'));
  modulePath = join(folder, 'program.mjs');
  await writeFile(modulePath, PROGRAM);
});

afterEach(async () => {
  core?.kill();
  await rm(folder, { recursive: true, force: true });
});

function start(isSame = true) {
  const said = Promise.withResolvers<unknown>();
  const ended = Promise.withResolvers<ProcessEnd>();
  core = childCore({
    fork,
    node: { path: coreNode(), isSame: () => isSame },
    modulePath,
    env: { PATH: '/bin' },
  })({ message: said.resolve, ended: ended.resolve, wrote: () => undefined });
  return { core, said: said.promise, ended: ended.promise };
}

it('gives the core its flags and the built environment alone', async () => {
  const { said } = start();
  const { version, flags, env } = (await said) as { version: string; flags: string[]; env: string[] };
  expect(version).toMatch(/^24\./);
  expect(flags).toEqual(['--max-semi-space-size=1', '--disable-sigusr1']);
  expect(env.filter((name) => !name.startsWith('NODE_CHANNEL_'))).toEqual(['PATH']);
});

// proc_pid_status(5). Windows has no such signal.
it.runIf(process.platform === 'linux')('does not listen for the signal that opens a debugger', async () => {
  const { core: started, said } = start();
  await said;
  const status = await readFile(`/proc/${started.pid}/status`, 'utf8');
  const caught = BigInt(`0x${/^SigCgt:\s+([0-9a-f]+)$/m.exec(status)?.[1] ?? ''}`);
  expect(caught & (1n << BigInt(constants.signals.SIGUSR1 - 1))).toBe(0n);
  // The mask is read right: Node listens for this one.
  expect(caught & (1n << BigInt(constants.signals.SIGINT - 1))).not.toBe(0n);
});

it('starts no Node that is not the checked one, and reports an end', async () => {
  const { ended, core: started } = start(false);
  expect(started.pid).toBeUndefined();
  expect(await ended).toEqual({ code: null, reason: 'node-changed' });
});
