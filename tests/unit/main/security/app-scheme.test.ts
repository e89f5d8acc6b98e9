import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, serveAppScheme, type Answer } from '../../../../main/security/app-scheme.ts';
import { CONTENT_SECURITY_POLICY } from '../../../../main/security/response-headers.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'balcao-bundle-'));
  mkdirSync(join(root, 'cashier'));
  writeFileSync(join(root, 'cashier', 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'notes.md'), 'not for pages');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const get = (path: string, method = 'GET'): Promise<Answer> =>
  answer({ method, url: `app://balcao/${path}` }, root);

test('a file of the bundle comes with its type and every header', async () => {
  const response = await get('cashier/index.html');
  expect(response.statusCode).toBe(200);
  expect(response.data.toString()).toBe('<!doctype html>');
  expect(response.headers['Content-Type']).toBe('text/html; charset=utf-8');
  expect(response.headers['Content-Security-Policy']).toBe(CONTENT_SECURITY_POLICY);
  expect(response.headers['X-Content-Type-Options']).toBe('nosniff');
  expect(response.headers['Cross-Origin-Opener-Policy']).toBe('same-origin');
});

test.each(['cashier', 'cashier/', 'none.html', 'notes.md', '..%2fsecret.json'])(
  '%s is not served',
  async (path) => {
    const response = await get(path);
    expect(response.statusCode).toBe(404);
    expect(response.headers['Content-Security-Policy']).toBe(CONTENT_SECURITY_POLICY);
  },
);

test('nothing but GET', async () => {
  expect((await get('cashier/index.html', 'POST')).statusCode).toBe(405);
});

test('a scheme that something else serves ends the start', () => {
  const taken = { registerBufferProtocol: () => false };
  expect(() => serveAppScheme(taken, root, () => null)).toThrow('app');
});

test('the policy starts at nothing and has no unsafe word', () => {
  expect(CONTENT_SECURITY_POLICY.startsWith("default-src 'none'; ")).toBe(true);
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
});
