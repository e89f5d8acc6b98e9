import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from '../../../../main/security/app-scheme.ts';
import { CONTENT_SECURITY_POLICY } from '../../../../main/security/response-headers.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'balcao-bundle-'));
  mkdirSync(join(root, 'cashier'));
  writeFileSync(join(root, 'cashier', 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'notes.md'), 'not for pages');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const get = (path: string, method = 'GET'): Promise<Response> =>
  answer({ method, url: `app://balcao/${path}` }, root);

test('a file of the bundle comes with its type and every header', async () => {
  const response = await get('cashier/index.html');
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('<!doctype html>');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
});

test.each(['cashier', 'cashier/', 'none.html', 'notes.md', '..%2fsecret.json'])(
  '%s is not served',
  async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  },
);

test('nothing but GET', async () => {
  expect((await get('cashier/index.html', 'POST')).status).toBe(405);
});

test('the policy starts at nothing and has no unsafe word', () => {
  expect(CONTENT_SECURITY_POLICY.startsWith("default-src 'none'; ")).toBe(true);
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
});
