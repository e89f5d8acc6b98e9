import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { startHeadless } from '../../support/api/start-headless.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';
import { notOnWindows } from '../../support/windows/not-on-windows.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
let folders = 0;
const freshFolder = (): string => join(folder.path, `till-${(folders += 1)}`);
const start = (dataDir: string) => startHeadless('--data-dir', dataDir, '--api-port', '0');
const addressOf = (dataDir: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(dataDir, 'api.json'), 'utf8')) as Record<string, unknown>;

it('ends in order when a program asks, and says that nothing remains', async () => {
  const dataDir = freshFolder();
  const till = await start(dataDir);
  const answer = await till.post('/v1/stop', undefined);
  expect([answer.status, answer.json]).toEqual([202, { stopping: true, remaining: [], shift: null }]);
  const { code, signal, stderr } = await till.exit;
  expect([code, signal]).toEqual([0, null]);
  expect(stderr).toContain('"stopping"');
  expect(existsSync(join(dataDir, 'api.json'))).toBe(false);
  // The ledger was closed: SQLite then removes its write-ahead log.
  expect(existsSync(join(dataDir, 'training', 'ledger.db-wal'))).toBe(false);
});

it('names the charge that waits and goes on, unless the program insists', async () => {
  const dataDir = freshFolder();
  const till = await start(dataDir);
  const made = await till.post('/v1/charges', { requestId: 'open-when-stopped', amount: 990 });
  const remaining = [expect.objectContaining({ id: made.json['id'], amount: 990 })];
  const refused = await till.post('/v1/stop', {});
  expect(refused.status).toBe(409);
  expect(refused.json).toMatchObject({ code: 'unsettled_charge', chargeId: made.json['id'], remaining });
  expect((await till.get('/v1/status')).status).toBe(200);
  const stopping = await till.post('/v1/stop', { force: true });
  expect(stopping.status).toBe(202);
  expect(stopping.json).toMatchObject({ stopping: true, remaining, shift: { operatorId: 'api' } });
  expect((await till.exit).code).toBe(0);
  const next = await start(dataDir);
  expect((await next.get(`/v1/charges/${String(made.json['id'])}`)).json).toMatchObject({ settled: false });
});

it('only for a program with a token, and only in its own words', async () => {
  const till = await start(freshFolder());
  expect((await fetch(`${till.url}/v1/stop`, { method: 'POST' })).status).toBe(401);
  expect((await till.post('/v1/stop', { force: 'yes' })).json).toMatchObject({ field: 'force' });
  expect((await till.get('/v1/status')).status).toBe(200);
});

it.skipIf(process.platform !== 'linux')(
  `api.json names the process and its start as the system does${notOnWindows('proc')}`,
  async () => {
    const dataDir = freshFolder();
    const till = await start(dataDir);
    const { pid, startedAt, startTicks } = addressOf(dataDir);
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    expect(startTicks).toBe(Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]));
    expect(Date.parse(String(startedAt))).toBeLessThan(Date.now());
    await till.kill('SIGKILL');
    expect(existsSync(`/proc/${String(pid)}`), 'what a program finds after a crash').toBe(false);
    expect(addressOf(dataDir)['pid']).toBe(pid);
  },
);
