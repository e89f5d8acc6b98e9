import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDesk } from '../support/journey/open-desk.ts';
import { startTraining } from '../support/journey/sell.ts';
import { expect, test } from './fixtures.ts';

test('a page has no network, no files, and no code but its own', async ({ launchApp, dataDir }) => {
  const desk = await openDesk(await launchApp());
  await startTraining(desk);
  // The till's own local API, which answers everybody but a page: its port is another one where another till is at work.
  const { url } = JSON.parse(await readFile(join(dataDir, 'api.json'), 'utf8')) as { url: string };
  expect((await fetch(`${url}/v1/status`)).status).toBe(401);

  for (const name of ['cashier', 'customer'] as const) {
    const page = desk[name];

    await test.step(`${name}: no network, no files, no eval, no frames`, async () => {
      const answers = await page.evaluate(async (local) => {
        const attempt = (url: string, init?: RequestInit) =>
          fetch(url, init).then(
            (reply) => reply.status,
            () => 'failed',
          );
        const socket = await new Promise((done) => {
          try {
            const opened = new WebSocket(local.replace('http', 'ws'));
            opened.addEventListener('open', () => done('open'));
            opened.addEventListener('error', () => done('failed'));
          } catch {
            done('failed');
          }
        });
        let evaluated = 'allowed';
        try {
          // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call -- the policy is tried here
          new Function('return 1')();
        } catch {
          evaluated = 'failed';
        }
        return {
          web: await attempt('https://example.com/'),
          api: await attempt(`${local}/v1/status`),
          post: await attempt(`${local}/v1/charges`, {
            method: 'POST',
            mode: 'no-cors',
            body: '{}',
          }),
          file: await attempt('file:///etc/passwd'),
          socket,
          evaluated,
        };
      }, url);
      expect(new Set(Object.values(answers))).toEqual(new Set(['failed']));
    });

    await test.step(`${name}: no page of ours in a frame`, async () => {
      // Chromium begins a new frame anew for each client of its protocol, and main is one (system-dialogs.ts): a call of the
      // test that is under way is broken off and repeated. So the answer is kept on the page and read by another call.
      const began = page.evaluate(() => {
        const kept = globalThis as unknown as { framed?: string };
        const frame = document.createElement('iframe');
        frame.src = 'app://balcao/cashier/index.html';
        // The policy says itself that it stopped the frame; what it lets through loads a page of ours.
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          if (effectiveDirective === 'frame-src') kept.framed ??= 'failed';
        });
        frame.addEventListener('load', () => {
          if ((frame.contentDocument?.querySelector('#root') ?? null) !== null) kept.framed = 'framed';
        });
        document.body.append(frame);
      });
      await began.catch(() => undefined);
      const framed = () => page.evaluate(() => (globalThis as unknown as { framed?: string }).framed);
      await expect.poll(framed).toBe('failed');
      await page.evaluate(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));
    });

    await test.step(`${name}: the scheme gives out the bundle and nothing beside it`, async () => {
      const outside = await page.evaluate(async () => {
        const paths = [
          '/../main/index.js',
          '/..%2fmain/index.js',
          '/%2e%2e/%2e%2e/package.json',
          '/cashier/..%5c..%5cmain%5cindex.js',
          '//etc/passwd',
          '/cashier/',
          '/.build-hash',
        ];
        return Promise.all(
          paths.map((path) =>
            fetch(`app://balcao${path}`).then(
              async (reply) => (reply.ok ? path : ''),
              () => '',
            ),
          ),
        );
      });
      expect(outside.filter((path) => path !== '')).toEqual([]);
      const other = await page.evaluate(() =>
        fetch('app://other/cashier/index.html').then(
          (reply) => reply.ok,
          () => false,
        ),
      );
      expect(other).toBe(false);
    });

    await test.step(`${name}: a strict policy, and no script or style in the page itself`, async () => {
      const served = await page.evaluate(async () => {
        const reply = await fetch(location.href);
        return { policy: reply.headers.get('content-security-policy') ?? '', text: await reply.text() };
      });
      expect(served.policy).toContain("default-src 'none'");
      expect(served.policy).not.toMatch(/unsafe|https?:|\*|data:|blob:/);
      expect(served.text).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\son\w+=|\sstyle=|javascript:/i);
    });
  }
});
