import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { systemClock, systemRandom } from '../../../main/core/boot/system-ports.ts';
import { createGatewayClient } from '../../../main/core/gateway/create-gateway-client.ts';
import type { Gateway } from '../../../main/core/gateway/port.ts';
import type { GatewayCredentials } from '../../../main/core/gateway/session.ts';
import { createUndiciTransport } from '../../../main/core/gateway/undici-transport.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';
import { aNewOrder } from '../../unit/gateway/setup-client.ts';
import { expectMode, isWindows, notOnWindows } from '../../support/windows/not-on-windows.ts';

interface Ready {
  readonly ready: true;
  readonly url: string;
  readonly credentials: GatewayCredentials;
}

interface End {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function launch(...args: readonly string[]): {
  child: ChildProcess;
  end: Promise<End>;
  ready: Promise<Ready>;
} {
  const program = join(repoRoot, 'build/run/training-gateway.ts');
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  const line = Promise.withResolvers<string>();
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (stdout.includes('\n')) line.resolve(stdout);
  });
  const end = new Promise<End>((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await end;
  });
  const failed = end.then(({ stderr: words }) => Promise.reject(new Error(words)));
  failed.catch(() => undefined); // a test of a failure waits for `end`
  return {
    child,
    end,
    ready: Promise.race([line.promise, failed]).then((text) => JSON.parse(text) as Ready),
  };
}

const fails = (...args: readonly string[]): Promise<End> => {
  const { end, ready } = launch(...args);
  ready.catch(() => undefined);
  return end;
};

function clientOf({ url, credentials }: Ready): Gateway {
  const transport = createUndiciTransport();
  onTestFinished(() => transport.close());
  return createGatewayClient({
    baseUrl: url,
    credentials,
    transport,
    clock: systemClock,
    random: systemRandom,
    logger: keptLogger().logger,
    pollFloorMs: 0,
  });
}

/** Pays an order of shipay-pagador as a program does, by the id in its QR. */
async function pay({ url }: Ready, qrText: string): Promise<void> {
  const { id } = JSON.parse(Buffer.from(qrText, 'base64').toString()) as { id: string };
  const answer = await fetch(`${url}/notification/shipay-pagador/${id}`, { method: 'POST' });
  expect(answer.status).toBe(200);
}

async function sell(ready: Ready) {
  const client = clientOf(ready);
  const opened = await client.create(aNewOrder({ wallet: 'shipay-pagador', total: centavos(2590) }));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  await pay(ready, opened.value.brCode);
  expect(await client.read(opened.value)).toMatchObject({ value: { word: 'approved', paidAmount: 2590 } });
  return { client, order: opened.value };
}

/** The status of an order whose total is a text. */
async function statusOfText(ready: Ready): Promise<number> {
  const { url, credentials } = ready;
  const asJson = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const { accessKey, secretKey, clientId } = credentials;
  const keys = { access_key: accessKey, secret_key: secretKey, client_id: clientId };
  const login = await fetch(`${url}/pdvauth`, { ...asJson, body: JSON.stringify(keys) });
  const { access_token } = (await login.json()) as { access_token: string };
  const items = [{ item_title: 'Venda', quantity: '1', unit_price: '25.9000' }];
  const answer = await fetch(`${url}/order`, {
    method: 'POST',
    headers: { ...asJson.headers, authorization: `Bearer ${access_token}` },
    body: JSON.stringify({ order_ref: 'a', wallet: 'pix', total: '25.9000', items }),
  });
  return answer.status;
}

describe('npm run training-gateway', () => {
  it.skipIf(isWindows)(
    `says one line, sells to the production client, logs without keys, and ends at SIGTERM${notOnWindows('signals')}`,
    async () => {
      const { child, end, ready } = launch('--port', '0');
      const told = await ready;
      expect(Object.keys(told)).toEqual(['ready', 'url', 'credentials']);
      expect(told.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      const { client, order } = await sell(told);
      expect(await client.refund(order, centavos(590))).toMatchObject({
        value: { word: 'partial_refunded' },
      });
      expect(await statusOfText(told)).toBe(200);
      child.kill('SIGTERM');
      const { code, stdout, stderr } = await end;
      expect(code).toBe(0);
      expect(stdout.trimEnd().split('\n')).toHaveLength(1);
      expect(stderr).toContain(`${told.url}/training/phone?token=`);
      const lines = stderr.split('\n').filter((line) => line.startsWith('{'));
      const calls = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(calls).toContainEqual(
        expect.objectContaining({ event: 'call-answered', method: 'POST', path: '/order', status: 200 }),
      );
      for (const secret of Object.values(told.credentials)) expect(stderr).not.toContain(secret);
    },
  );

  it('refuses numbers in texts with --strict', async () => {
    const told = await launch('--port', '0', '--strict').ready;
    await sell(told);
    expect(await statusOfText(told)).toBe(400);
  });

  it('keeps orders and keys in its folder, also when it is killed, for one process at a time', async () => {
    const folder = temporaryFolder();
    onTestFinished(() => folder.remove());
    const dataDir = join(folder.path, 'new');
    const first = launch('--port', '0', '--data-dir', dataDir);
    const before = await first.ready;
    const { order } = await sell(before);
    const second = await fails('--port', '0', '--data-dir', dataDir);
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toContain('Outro programa usa esta pasta');
    first.child.kill('SIGKILL');
    await first.end;
    const again = await launch('--port', '0', '--data-dir', dataDir).ready;
    expect(again.credentials).toEqual(before.credentials);
    expect(await clientOf(again).read(order)).toMatchObject({
      value: { word: 'approved', paidAmount: 2590 },
    });
    const keys = join(dataDir, 'credentials.json');
    expect(JSON.parse(readFileSync(keys, 'utf8'))).toEqual({ baseUrl: again.url, ...again.credentials });
    expectMode(keys, 0o600);
  });

  it('says that a port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const end = await fails('--port', String((other.address() as AddressInfo).port));
    expect(end).toMatchObject({ code: 1, stdout: '' });
    expect(end.stderr).toContain('[EADDRINUSE] A porta já está em uso. Indique outra com --port N');
  });

  it('says that the keys of its folder cannot be read', async () => {
    const folder = temporaryFolder();
    onTestFinished(() => folder.remove());
    writeFileSync(join(folder.path, 'credentials.json'), '{"accessKey":');
    const end = await fails('--port', '0', '--data-dir', folder.path);
    expect(end).toMatchObject({ code: 1, stdout: '' });
    expect(end.stderr).toContain('Apague o arquivo');
  });

  it.each([
    [[], 'Falta --port N.'],
    [['--port'], "'--port <value>' argument missing"],
    [['--port', '65536'], '--port 65536: deve ser um número de 0 a 65535.'],
    [['--port', '-1'], '--port'],
    [['--port', 'um'], '--port um: deve ser um número de 0 a 65535.'],
    [['--port', '0', '--data-dir', ''], 'Falta a pasta'],
    [['--port', '0', '--data-dir', process.execPath], 'é um arquivo; indique uma pasta.'],
    [['--port', '0', '--novo'], '--novo'],
    [['--port', '0', 'mais'], 'mais'],
  ])('refuses %j', async (args, words) => {
    const end = await fails(...args);
    expect(end).toMatchObject({ code: 2, stdout: '' });
    expect(end.stderr).toContain(words);
    expect(end.stderr).toContain('Uso: npm run -s training-gateway');
  });
});
