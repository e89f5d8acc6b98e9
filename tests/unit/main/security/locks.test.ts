import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { expect, test, vi } from 'vitest';
import { lockContents } from '../../../../main/security/lock-contents.ts';
import { lockNavigation } from '../../../../main/security/navigation.ts';
import { closeResolver, cutNetwork } from '../../../../main/security/network.ts';
import { lockPermissions } from '../../../../main/security/permissions.ts';
import { lockPopups } from '../../../../main/security/popups.ts';
import { enforceSandbox } from '../../../../main/security/sandbox.ts';
import { refuseDownloads, refuseFileInputs } from '../../../../main/security/system-dialogs.ts';
import { webPreferences } from '../../../../main/security/web-preferences.ts';
import { lockWebViews } from '../../../../main/security/web-views.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';

const HERE = 'app://balcao/cashier/index.html';

function fakeContents(): EventEmitter & Pick<WebContents, 'getURL'> {
  return Object.assign(new EventEmitter(), { getURL: () => HERE });
}

/** Raises an event and says whether it was prevented. */
function prevented(contents: EventEmitter, name: string, details: object): boolean {
  const preventDefault = vi.fn();
  contents.emit(name, { ...details, preventDefault });
  return preventDefault.mock.calls.length > 0;
}

test('navigation: nowhere, not even to another page of ours; a reload is no navigation', () => {
  const contents = fakeContents();
  lockNavigation(contents as never, keptLogger().logger);
  const go = (url: string): boolean => prevented(contents, 'will-navigate', { url });
  expect(go('https://evil.example/')).toBe(true);
  expect(go('app://balcao/customer/index.html')).toBe(true);
  expect(go('file:///etc/passwd')).toBe(true);
  expect(go(HERE)).toBe(false);
  expect(prevented(contents, 'will-redirect', { url: HERE })).toBe(true);
  expect(prevented(contents, 'will-frame-navigate', { url: HERE, isMainFrame: false })).toBe(true);
});

test('every page there will ever be is locked, whoever makes it', () => {
  const app = new EventEmitter();
  const { logger } = keptLogger();
  lockContents(app as never, () => undefined, logger);
  const protocol = fakeProtocol();
  const contents = Object.assign(fakeContents(), {
    setWindowOpenHandler: vi.fn(),
    setWebRTCIPHandlingPolicy: vi.fn(),
    isDestroyed: () => false,
    debugger: protocol,
  });
  app.emit('web-contents-created', {}, contents);
  expect(prevented(contents, 'will-navigate', { url: 'https://evil.example/' })).toBe(true);
  expect(prevented(contents, 'will-attach-webview', {})).toBe(true);
  expect(contents.setWindowOpenHandler).toHaveBeenCalledTimes(1);
  expect(contents.setWebRTCIPHandlingPolicy).toHaveBeenCalledWith('disable_non_proxied_udp');
  expect(protocol.attach).toHaveBeenCalledTimes(1);
});

/** Chromium's protocol of a page: keeps what it was told. */
function fakeProtocol() {
  let isAttached = false;
  return Object.assign(new EventEmitter(), {
    attach: vi.fn(() => void (isAttached = true)),
    isAttached: () => isAttached,
    detach: () => void (isAttached = false),
    sendCommand: vi.fn(() => Promise.resolve({})),
  });
}

test('file inputs open nothing: again after another client took the page, and what was tried is logged', async () => {
  const protocol = fakeProtocol();
  const log = keptLogger();
  refuseFileInputs({ debugger: protocol, isDestroyed: () => false } as never, log.logger);
  const intercepting = ['Page.setInterceptFileChooserDialog', { enabled: true }];
  await vi.waitFor(() => expect(protocol.sendCommand.mock.calls).toContainEqual(intercepting));
  protocol.emit('message', {}, 'Page.frameNavigated');
  protocol.emit('message', {}, 'Page.fileChooserOpened');
  expect(log.events()).toEqual(['file-input-refused']);
  protocol.detach();
  protocol.emit('detach', {}, 'canceled_by_user');
  await vi.waitFor(() => expect(protocol.sendCommand).toHaveBeenCalledTimes(4));
  protocol.detach();
  protocol.emit('detach', {}, 'target closed');
  expect(protocol.attach).toHaveBeenCalledTimes(2);
  // A page on which it cannot be done is an error of the log.
  protocol.sendCommand.mockRejectedValueOnce(new Error('no such method'));
  refuseFileInputs({ debugger: protocol, isDestroyed: () => false } as never, log.logger);
  await vi.waitFor(() => expect(log.events()).toContain('file-inputs-open'));
});

test('a download is refused', () => {
  const session = new EventEmitter();
  const log = keptLogger();
  refuseDownloads(session as never, log.logger);
  expect(prevented(session, 'will-download', {})).toBe(true);
  expect(log.events()).toEqual(['download-refused']);
});

test('Chromium finds no address, of a name or of a number', () => {
  const appendSwitch = vi.fn();
  closeResolver({ commandLine: { appendSwitch } } as never);
  expect(appendSwitch).toHaveBeenCalledWith('host-resolver-rules', 'MAP * ~NOTFOUND');
});

test('no webview', () => {
  const contents = fakeContents();
  lockWebViews(contents as never, keptLogger().logger);
  expect(prevented(contents, 'will-attach-webview', {})).toBe(true);
});

test('no window is opened; its address is offered to the browser', () => {
  const offered: string[] = [];
  let handler: ((details: { url: string }) => { action: string }) | undefined;
  const setWindowOpenHandler = (given: unknown): void => void (handler = given as typeof handler);
  lockPopups({ setWindowOpenHandler } as never, (url) => offered.push(url));
  expect(handler?.({ url: 'https://evil.example/' })).toEqual({ action: 'deny' });
  expect(offered).toEqual(['https://evil.example/']);
});

test.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'usb', 'fullscreen', 'openExternal'])(
  'the permission %s is refused when asked for and when checked',
  (permission) => {
    const session = { handlers: [] as unknown[] };
    const take = (handler: unknown): number => session.handlers.push(handler);
    lockPermissions(
      {
        setPermissionRequestHandler: take,
        setPermissionCheckHandler: take,
        setDevicePermissionHandler: take,
        setDisplayMediaRequestHandler: take,
      } as never,
      keptLogger().logger,
    );
    const [request, check, device, media] = session.handlers as ((...args: unknown[]) => unknown)[];
    const answer = vi.fn();
    request?.(null, permission, answer);
    expect(answer).toHaveBeenCalledWith(false);
    expect(check?.(null, permission)).toBe(false);
    expect(device?.({})).toBe(false);
    media?.(null, answer);
    expect(answer).toHaveBeenLastCalledWith({});
  },
);

test('a page reaches neither the network nor a file', () => {
  const onBeforeRequest = vi.fn();
  const { logger, records } = keptLogger();
  const setSpellCheckerEnabled = vi.fn();
  const setSpellCheckerLanguages = vi.fn();
  const session = { webRequest: { onBeforeRequest }, setSpellCheckerEnabled, setSpellCheckerLanguages };
  cutNetwork(session as unknown as Session, logger);
  // Chromium would fetch its dictionary.
  expect(setSpellCheckerEnabled).toHaveBeenCalledWith(false);
  expect(setSpellCheckerLanguages).toHaveBeenCalledWith([]);
  const [filter, refuse] = onBeforeRequest.mock.calls[0] as [
    { urls: string[] },
    (d: object, a: unknown) => void,
  ];
  expect(filter.urls).toContain('https://*/*');
  const answer = vi.fn();
  refuse({ url: 'https://evil.example/?stolen=1' }, answer);
  expect(answer).toHaveBeenCalledWith({ cancel: true });
  expect(records[0]?.fields).toEqual({ origin: 'https://evil.example' });
});

test('every window is sandboxed and isolated; developer tools are gone from an installed till', () => {
  expect(webPreferences('/preload.cjs', true)).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    devTools: false,
    disableBlinkFeatures: 'FileSystemAccess,FileSystemAccessLocal',
    preload: '/preload.cjs',
  });
  expect(webPreferences(null, false)).not.toHaveProperty('preload');
});

test.each([
  [1000, true, true],
  [1000, false, true],
  [undefined, true, true],
  [0, false, true],
  [0, true, false],
])('the sandbox: user %s, --no-sandbox %s, enforced %s', (userId, hasSwitch, enforced) => {
  const enableSandbox = vi.fn();
  enforceSandbox({ enableSandbox, commandLine: { hasSwitch: () => hasSwitch } } as never, userId);
  expect(enableSandbox).toHaveBeenCalledTimes(enforced ? 1 : 0);
});
