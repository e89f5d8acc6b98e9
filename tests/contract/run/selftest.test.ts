import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { runCommand, type CommandResult } from '../../../build/run/run-command.ts';
import { displaysCheck } from '../../../build/run/selftest/displays.ts';
import type { Finding } from '../../../build/run/selftest/finding.ts';
import { gatewayClockCheck } from '../../../build/run/selftest/gateway-clock.ts';
import { localApiCheck } from '../../../build/run/selftest/local-api.ts';
import { printersCheck } from '../../../build/run/selftest/printers.ts';
import { runChecks } from '../../../build/run/selftest/run-checks.ts';
import { systemClock } from '../../../main/core/boot/system-ports.ts';
import { joinTransports } from '../../../main/core/printing/transports/create-printers.ts';
import { createTcpTransport } from '../../../main/core/printing/transports/tcp9100.ts';
import { startHeadless } from '../../support/api/start-headless.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';
import { startFakeTcpPrinter } from '../../support/printers/fake-tcp-printer.ts';
import { isWindows, notOnWindows } from '../../support/windows/not-on-windows.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

function selftest(...args: readonly string[]): Promise<CommandResult> {
  return runCommand(process.execPath, ['build/run/selftest.ts', ...args], { cwd: repoRoot });
}

/** A gateway that only says the time, `skewMs` away from this machine's. Returns its address. */
async function clockServer(skewMs = 0): Promise<string> {
  const server = createHttpServer((_request, response) => {
    response.setHeader('date', new Date(Date.now() + skewMs).toUTCString()).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('npm run selftest', () => {
  it('says of a till at work what works, and changes nothing', async () => {
    const dataDir = join(folder.path, 'at-work');
    const till = await startHeadless('--data-dir', dataDir, '--api-port', '0');
    await till.post('/v1/charges', { requestId: 'before-the-selftest', amount: 990 });
    const before = new Set<unknown>(readdirSync(dataDir, { recursive: true }));
    const { stdout, stderr } = await selftest('--data-dir', dataDir, '--gateway', await clockServer());
    expect(stderr).toBe('');
    for (const line of [
      /^FUNCIONA {2}Pasta de dados: .*at-work aceita leitura e gravação$/m,
      /^FUNCIONA {2}Registro de vendas: training: confere\. .* 1 cobranças/m,
      /^FUNCIONA {2}API local: o Balcão .* responde em http:\/\/127\.0\.0\.1:\d+$/m,
      /^(FUNCIONA|ATENÇÃO ) {2}Cofre de senhas: /m,
      /^(FUNCIONA|ATENÇÃO |ERRO {4}) {2}Impressoras: /m,
      /^(FUNCIONA|ATENÇÃO ) {2}Monitores: /m,
      /^FUNCIONA {2}Rede e relógio: http:.* o relógio confere/m,
      /^(FUNCIONA|ATENÇÃO ) {2}Abre com o computador: /m,
    ])
      expect(stdout).toMatch(line);
    expect(stdout).not.toContain('não chegou ao fim');
    expect(new Set<unknown>(readdirSync(dataDir, { recursive: true }))).toEqual(before);
    expect((await till.get('/v1/status')).status).toBe(200);
  });

  it('makes no folder where the till has not been started', async () => {
    const dataDir = join(folder.path, 'never');
    const { stdout } = await selftest('--data-dir', dataDir, '--gateway', await clockServer());
    expect(stdout).toMatch(/^ATENÇÃO {3}Pasta de dados: .* ainda não existe/m);
    expect(stdout).toMatch(/^ATENÇÃO {3}Registro de vendas: ainda não há vendas/m);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('finds a damaged ledger, and ends with 1', async () => {
    const dataDir = join(folder.path, 'damaged');
    mkdirSync(join(dataDir, 'training'), { recursive: true, mode: 0o700 });
    writeFileSync(join(dataDir, 'training', 'ledger.db'), 'no ledger'.repeat(1000));
    const { code, stdout } = await selftest('--data-dir', dataDir, '--gateway', await clockServer());
    expect(stdout).toMatch(/^ERRO {6}Registro de vendas: training/m);
    expect(stdout).toContain('Corrija as linhas com ERRO');
    expect(code).toBe(1);
  });

  it.skipIf(isWindows)(`finds a folder that others can open${notOnWindows('modes')}`, async () => {
    const dataDir = join(folder.path, 'open');
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o755);
    const { code, stdout } = await selftest('--data-dir', dataDir, '--gateway', await clockServer());
    expect(stdout).toMatch(/^ERRO {6}Pasta de dados: Outros podem abrir a pasta/m);
    expect(code).toBe(1);
  });

  it('refuses what it does not know', async () => {
    const { code, stdout, stderr } = await selftest('--colour', 'red');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Uso: npm run selftest');
  });
});

const statesOf = (findings: readonly Finding[]): string[] => findings.map(({ state }) => state);

describe('the clock of the gateway', () => {
  it.each([
    [0, 'works', 'confere'],
    [-10 * 60_000, 'error', 's adiantado'],
    [10 * 60_000, 'error', 's atrasado'],
  ] as const)('%i ms away', async (skewMs, state, words) => {
    const [finding] = await gatewayClockCheck(await clockServer(skewMs)).run();
    expect(finding?.state).toBe(state);
    expect(finding?.words).toContain(words);
  });

  it('of a gateway that cannot be reached', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    const [finding] = await gatewayClockCheck(`http://127.0.0.1:${port}`).run();
    expect(finding?.state).toBe('error');
    expect(finding?.words).toContain('ECONNREFUSED');
  });
});

describe('the local API', () => {
  let dataDir = '';
  const address = (url: string): void => {
    writeFileSync(join(dataDir, 'api.json'), JSON.stringify({ url, version: '0.1.0' }));
  };
  beforeEach(() => {
    dataDir = join(folder.path, 'address');
    mkdirSync(dataDir, { recursive: true });
  });
  afterEach(() => address('http://127.0.0.1:1'));

  it('of a till that was killed', async () => {
    address('http://127.0.0.1:1');
    expect(statesOf(await localApiCheck(dataDir).run())).toEqual(['attention']);
  });

  it('whose port another program has', async () => {
    address(await clockServer());
    expect(statesOf(await localApiCheck(dataDir).run())).toEqual(['error']);
  });
});

describe('printers', () => {
  it('are asked and print nothing', async () => {
    const printer = await startFakeTcpPrinter();
    onTestFinished(() => printer.close());
    const transport = createTcpTransport(systemClock, () => [printer.address]);
    const findings = await printersCheck(joinTransports([transport])).run();
    expect(findings).toHaveLength(1);
    expect(findings[0]?.words).toContain(printer.address);
    expect(statesOf(findings)).toEqual(['works']);
    expect(printer.printedCount()).toBe(0);
  });

  it('without any there is something to do', async () => {
    const [finding] = await printersCheck(joinTransports([])).run();
    expect(finding?.state).toBe('attention');
    expect(finding?.words).toContain('Ligue a impressora');
  });
});

it.each([
  [2, 'works'],
  [1, 'attention'],
  [0, 'attention'],
  [null, 'attention'],
] as const)('%s monitors', async (count, state) => {
  expect(statesOf(await displaysCheck(() => count).run())).toEqual([state]);
});

it('a check that throws is an error, and the next one runs', async () => {
  const lines: string[] = [];
  const isFine = await runChecks(
    [
      { name: 'Um', run: () => Promise.reject(new Error('no memory')) },
      { name: 'Dois', run: () => Promise.resolve([{ state: 'works', words: 'bem' }]) },
    ],
    (line) => lines.push(line),
  );
  expect(isFine).toBe(false);
  expect(lines[0]).toMatch(/^ERRO {6}Um: .*no memory/);
  expect(lines[1]).toBe('FUNCIONA  Dois: bem');
});
