import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { runHeadless, secretFile, startHeadless } from '../../support/api/start-headless.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';
import { isWindows, notOnWindows } from '../../support/windows/not-on-windows.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
let folders = 0;
const freshFolder = (): string => join(folder.path, `till-${(folders += 1)}`);

describe('the headless till in training', () => {
  it.skipIf(isWindows)(
    `prints one line and nothing else, logs JSON lines, and stops cleanly on SIGTERM${notOnWindows('signals')}`,
    async () => {
      const dataDir = freshFolder();
      const till = await startHeadless('--data-dir', dataDir, '--api-port', '0', '--gateway', 'training');
      expect(till.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(till.tokenFile).toBe(join(dataDir, 'api-token'));
      const { json } = await till.get('/v1/status');
      expect(json).toMatchObject({ mode: 'training', version: '0.1.0', gateway: { online: true } });
      expect((await till.get('/v1/wallets')).json).toHaveLength(4);
      await till.post('/v1/charges', { requestId: 'headless-1', amount: 990 });
      const { code, signal, stdout, stderr } = await till.kill('SIGTERM');
      expect([code, signal]).toEqual([0, null]);
      const line = { ready: true, api: till.url, tokenFile: till.tokenFile };
      expect(stdout).toBe(`${JSON.stringify(line)}\n`);
      const logged = stderr
        .trim()
        .split('\n')
        .map((text) => JSON.parse(text) as { event: string });
      expect(logged.map(({ event }) => event)).toEqual(expect.arrayContaining(['api-listens', 'stopping']));
      expect(stderr).not.toContain('000201');
    },
  );

  it('keeps what it had: token, charges, idempotency', async () => {
    const dataDir = freshFolder();
    const before = await startHeadless('--data-dir', dataDir, '--api-port', '0');
    const order = { requestId: 'kept-for-ever', amount: 990 };
    const made = await before.post('/v1/charges', order);
    const token = readFileSync(before.tokenFile, 'utf8');
    await before.kill('SIGKILL');
    const after = await startHeadless('--data-dir', dataDir, '--api-port', '0');
    expect(readFileSync(after.tokenFile, 'utf8')).toBe(token);
    const again = await after.post('/v1/charges', order);
    expect([again.status, again.json['id']]).toEqual([200, made.json['id']]);
  });

  it('lets a test play the customer', async () => {
    const till = await startHeadless('--data-dir', freshFolder(), '--api-port', '0');
    const events = await till.events();
    const made = await till.post('/v1/charges', { requestId: 'customer-1', amount: 990 });
    await events.find(({ data }) => data['type'] === 'opened');
    const charge = (await till.get(`/v1/charges/${String(made.json['id'])}`)).json;
    const phone = new URL(String((await till.get('/v1/status')).json['trainingPhoneUrl']));
    phone.pathname = `/training/orders/${String(charge['gatewayOrderId'])}/act`;
    const paid = await fetch(phone, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ act: 'pay' }),
    });
    expect(paid.status).toBe(200);
    const seen = await events.find(({ data }) => data['type'] === 'seen');
    expect(seen.data['charge']).toMatchObject({ status: 'approved', paidAmount: 990 });
    events.close();
  });

  it('takes the manager’s PIN from its file, the first time only', async () => {
    const dataDir = freshFolder();
    const args = ['--data-dir', dataDir, '--api-port', '0', '--manager-pin-file'];
    const first = await startHeadless(...args, secretFile(join(folder.path, 'pin-1'), '774411\n'));
    const opened = await first.post('/v1/shift/open', { operator: 'Gerente', pin: '774411' });
    expect([opened.status, opened.json['operator']]).toEqual([200, 'Gerente']);
    expect((await first.kill('SIGTERM')).stderr).not.toContain('774411');
    const second = await startHeadless(...args, secretFile(join(folder.path, 'pin-2'), '885522'));
    expect((await second.post('/v1/shift/close', { operator: 'Gerente', pin: '885522' })).status).toBe(403);
    expect((await second.post('/v1/shift/close', { operator: 'Gerente', pin: '774411' })).status).toBe(200);
  });
});

describe('a headless till that cannot start says why and what to do', () => {
  it('an argument that it does not know', async () => {
    const { code, stdout, stderr } = await runHeadless('--data-dir', freshFolder(), '--colour', 'red');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--colour');
    expect(stderr).toContain('Uso: npm run headless');
  });

  it.each([
    ['1111', 'short-pin'],
    ['2580', 'short-pin'],
    ['123456', 'weak-pin'],
  ])('a manager’s PIN that cannot be chosen: %s', async (pin, code) => {
    const file = secretFile(join(folder.path, `pin-${pin}`), pin);
    const ended = await runHeadless(
      '--data-dir',
      freshFolder(),
      '--api-port',
      '0',
      '--manager-pin-file',
      file,
    );
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toContain(`[${code}]`);
    expect(ended.stderr).not.toContain(pin);
  });

  it.skipIf(isWindows)(`a secret that others can read${notOnWindows('modes')}`, async () => {
    const keys = { baseUrl: 'https://x.example', accessKey: 'AK-1', secretKey: 'SK-2', clientId: 'CI-3' };
    const file = secretFile(join(folder.path, 'open-to-all'), keys, 0o644);
    const dataDir = freshFolder();
    const { code, stdout, stderr } = await runHeadless('--data-dir', dataDir, '--credentials', file);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`chmod 600 ${file}`);
    expect(stderr).not.toMatch(/AK-1|SK-2|CI-3/);
    expect(() => statSync(dataDir), 'nothing was made').toThrow('ENOENT');
  });

  it('a second till on the same folder', async () => {
    const dataDir = freshFolder();
    const first = await startHeadless('--data-dir', dataDir, '--api-port', '0');
    const { code, stdout, stderr } = await runHeadless('--data-dir', dataDir, '--api-port', '0');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('[in-use]');
    expect(stderr).toContain(`Quem o abriu: ${userInfo().username}.`);
    expect((await first.get('/v1/status')).status, 'the first one goes on').toBe(200);
  });

  it('a port that another program has', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await runHeadless('--data-dir', freshFolder(), '--api-port', String(port));
    other.close();
    expect(code).toBe(1);
    expect(stderr).toContain('[port-taken]');
  });

  it.skipIf(process.platform !== 'linux')(
    `a folder that cannot be written, whoever asks${notOnWindows('modes')}`,
    async () => {
      for (const dataDir of ['/sys/kernel', '/sys/kernel/balcao']) {
        const { code, stdout, stderr } = await runHeadless('--data-dir', dataDir, '--api-port', '0');
        expect([code, stdout]).toEqual([1, '']);
        expect(stderr).toContain('[read-only]');
      }
    },
  );

  it.each(['delete', 'wal'])('a database of a newer version (%s), which stays as it was', async (journal) => {
    const dataDir = freshFolder();
    mkdirSync(join(dataDir, 'training'), { recursive: true });
    const file = join(dataDir, 'training', 'ledger.db');
    const db = new Database(file);
    db.pragma(`journal_mode = ${journal}`);
    db.exec('CREATE TABLE future (x); PRAGMA user_version = 99990');
    db.close();
    const hash = () => createHash('sha256').update(readFileSync(file)).digest('hex');
    const before = hash();
    const { code, stderr } = await runHeadless('--data-dir', dataDir, '--api-port', '0');
    expect(code).toBe(1);
    expect(stderr).toContain('[from-the-future]');
    expect(hash()).toBe(before);
  });
});
