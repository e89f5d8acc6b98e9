import { normalize } from 'node:path';
import { expect, test } from 'vitest';
import { identifyFile, identifyUrl } from '../../../../main/displays/identify-page.ts';
import { answer } from '../../../../main/security/app-scheme.ts';

const NOWHERE = normalize('/nowhere');

test('a monitor’s number is a page of our own scheme, under the policy, without a script', async () => {
  const response = await answer({ method: 'GET', url: identifyUrl(2) }, NOWHERE, identifyFile);
  expect(response.statusCode).toBe(200);
  expect(response.headers['Content-Security-Policy']).toMatch(/^default-src 'none'/);
  const text = response.data.toString();
  expect(text).toContain('<p>2</p>');
  expect(text).not.toMatch(/<script|<style|style=/);
  const style = await answer(
    { method: 'GET', url: 'app://balcao/identify/style.css' },
    NOWHERE,
    identifyFile,
  );
  expect(style.headers['Content-Type']).toContain('text/css');
});

test.each(['/identify/<b>.html', '/identify/123.html', '/identify/', '/other/1.html'])(
  '%s is no such page',
  (path) => {
    expect(identifyFile(path)).toBeNull();
  },
);
