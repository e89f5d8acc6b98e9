import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { groupMembers, killGroup, reapGroup } from '../../support/till/process-group.ts';

it('names and ends what a leader left behind when it ended', async () => {
  const group = await startLeader('sleep 60 & exit 0');
  expect(await reapGroup(group, 50)).toEqual([expect.stringMatching(/^\d+ sleep$/)]);
  expect(await groupMembers(group)).toEqual([]);
});

it('finds nothing where all ended in time', async () => {
  const group = await startLeader('sleep 0.2 & exit 0');
  expect(await reapGroup(group, 5_000)).toEqual([]);
});

it('does not mind a group that is gone', async () => {
  const group = await startLeader('exit 0');
  await expect(killGroup(group)).resolves.toBeUndefined();
});

/** Runs a shell line as leader of a process group of its own, and waits for the leader's end. */
async function startLeader(line: string): Promise<number> {
  const leader = spawn('sh', ['-c', line], { detached: true, stdio: 'ignore' });
  await once(leader, 'exit');
  return leader.pid as number;
}
