import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/core/start-test-core.ts';
import { isWindows, notOnWindows } from '../../support/windows/not-on-windows.ts';

const run = promisify(execFile);
const ASK = fileURLToPath(new URL('../../support/gateway/ask-over-tls.ts', import.meta.url));

describe.skipIf(isWindows)(`a server between the till and the gateway${notOnWindows('programs')}`, () => {
  const folder = temporaryFolder();
  const certificate = join(folder.path, 'own.pem');
  let url: string;
  let stop: () => void;
  beforeAll(async () => {
    const key = join(folder.path, 'own.key');
    const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate];
    await run('openssl', [
      ...made,
      '-days',
      '2',
      '-subj',
      '/CN=own',
      '-addext',
      'subjectAltName=IP:127.0.0.1',
    ]);
    const server = createServer(
      { key: readFileSync(key), cert: readFileSync(certificate) },
      (_request, response) => response.end('{}'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    stop = () => server.close();
  });
  afterAll(() => {
    stop();
    folder.remove();
  });

  const ask = async (env: Record<string, string>): Promise<string> => {
    const { stdout } = await run(process.execPath, [ASK, url], {
      env: { PATH: process.env['PATH'], ...env },
    });
    return stdout;
  };

  it('is not trusted because a variable says so: Node alone trusts it', async () => {
    expect(await ask({})).toBe('refused unreachable unreachable');
    expect(await ask({ NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toBe('200 unreachable unreachable');
  });

  it('is trusted by a variable with certificates, but not by a headless till', async () => {
    expect(await ask({ NODE_EXTRA_CA_CERTS: certificate })).toBe('200 200 unreachable');
  });
});
