import { normalize } from 'node:path';
import { expect, test } from 'vitest';
import { isAppUrl } from '../../../../main/security/app-origin.ts';
import { bundlePath } from '../../../../main/security/bundle-path.ts';
import { createExternalLinks, mayOpen } from '../../../../main/security/external-links.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';

const BUNDLE = normalize('/out/renderer');

test.each([
  ['app://balcao/cashier/index.html', true],
  ['app://balcao/cashier/index.html?x=1#y', true],
  ['app://balcao.evil.example/', false],
  ['app://evil.example/app://balcao/', false],
  ['app://user@balcao/', false],
  ['app://balcao:80/', false],
  ['https://balcao/', false],
  ['file:///app/balcao', false],
  ['about:blank', false],
  ['data:text/html,app://balcao/', false],
  ['', false],
])('own page: %s is %s', (url, own) => {
  expect(isAppUrl(url)).toBe(own);
});

test.each([
  ['app://balcao/cashier/index.html', '/out/renderer/cashier/index.html'],
  ['app://balcao/assets/a-Bc1.js?v=1', '/out/renderer/assets/a-Bc1.js'],
  ['app://balcao/assets/Inter%20Var.woff2', '/out/renderer/assets/Inter Var.woff2'],
  // The URL parser itself takes these back to the root.
  ['app://balcao/../../main/index.js', '/out/renderer/main/index.js'],
  ['app://balcao/%2e%2e/main/index.js', '/out/renderer/main/index.js'],
  ['app://balcao/%2e%2e%2fmain/index.js', null],
  ['app://balcao/..%5cmain/index.js', null],
  ['app://balcao/%252e%252e%252fmain', null],
  ['app://balcao/c:/windows', null],
  ['app://balcao/a%00.html', null],
  ['app://balcao/%E0%A4', null],
  ['app://balcao/', null],
  ['app://balcao/cashier/', null],
  ['app://other/cashier/index.html', null],
])('bundle: %s is %s', (url, file) => {
  expect(bundlePath(BUNDLE, url)).toBe(file === null ? null : normalize(file));
});

test('a folder beside the bundle whose name begins alike is not the bundle', () => {
  expect(bundlePath(BUNDLE, 'app://balcao/..%2frenderer-of-others/a.html')).toBeNull();
});

const PHONE = 'http://127.0.0.1:41234/phone?till=1';

test.each([
  ['https://shipay.instatus.com/', true],
  ['https://shipay.instatus.com/history?page=1', true],
  ['http://shipay.instatus.com/', false],
  ['https://shipay.instatus.com.evil.example/', false],
  ['https://evil.example/?shipay.instatus.com', false],
  ['https://shipay.instatus.com@evil.example/', false],
  ['https://user:pass@shipay.instatus.com/', false],
  ['https://shipay.instatus.com:8443/', false],
  ['https://SHIPAY.instatus.com/', true],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
  ['ms-settings:', false],
  ['not an address', false],
  [PHONE, true],
  ['http://127.0.0.1:41234/', false],
  ['http://127.0.0.1:41235/phone?till=1', false],
  ['http://localhost:41234/phone?till=1', false],
])('browser: %s is %s', (url, allowed) => {
  expect(mayOpen(url, PHONE)).toBe(allowed);
});

test('the training phone is opened only while there is one, and only on loopback', () => {
  expect(mayOpen(PHONE, null)).toBe(false);
  expect(mayOpen('http://10.0.0.5/phone', 'http://10.0.0.5/phone')).toBe(false);
  expect(mayOpen('file:///phone', 'file:///phone')).toBe(false);
});

test('a refused link is a log line without its path; a browser that does not start is one too', async () => {
  const { logger, records } = keptLogger();
  const opened: string[] = [];
  const open = async (url: string): Promise<void> => {
    opened.push(url);
    throw new Error('no browser');
  };
  const openExternal = createExternalLinks(open, () => PHONE, logger);
  openExternal('https://evil.example/secret-path');
  openExternal(PHONE);
  await Promise.resolve();
  expect(opened).toEqual([PHONE]);
  expect(records.map(({ event, fields }) => [event, fields])).toEqual([
    ['link-refused', { origin: 'https://evil.example' }],
    ['link-not-opened', { detail: 'no browser' }],
  ]);
});
