import { fork } from 'node:child_process';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  MessageChannelMain,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
} from 'electron';
import { createDisplays } from '../displays/displays.ts';
import { createIdentify } from '../displays/identify.ts';
import { identifyFile } from '../displays/identify-page.ts';
import { createKeepAwake } from '../displays/keep-awake.ts';
import { openDisplaySettings } from '../displays/settings.ts';
import { appHandlers } from '../ipc/app-handlers.ts';
import { addressDialog } from '../ipc/ask-address.ts';
import { displaysHandlers } from '../ipc/displays-handlers.ts';
import { createGatewayAddresses } from '../ipc/gateway-addresses.ts';
import { openIpc } from '../ipc/open-ipc.ts';
import { createPush } from '../ipc/push.ts';
import { movesMoney } from '../ipc/real-money.ts';
import { reportHandlers, saveDialogs } from '../ipc/report-handlers.ts';
import { startupHandlers } from '../ipc/startup-handlers.ts';
import { tellCashier } from '../ipc/tell-cashier.ts';
import { vaultHandlers } from '../ipc/vault-handlers.ts';
import { watchShift } from '../ipc/watch-shift.ts';
import { windowHandlers } from '../ipc/window-handlers.ts';
import { bindQuitting } from '../lifecycle/bind-quitting.ts';
import { createLeave } from '../lifecycle/leave.ts';
import { createQuitCheck } from '../lifecycle/quit-check.ts';
import { createQuitFlow } from '../lifecycle/quit-flow.ts';
import { createRelaunch } from '../lifecycle/relaunch.ts';
import { autostartEntry, loginItem, type StartWithComputer } from '../lifecycle/start-with-computer.ts';
import { watchPower } from '../lifecycle/watch-power.ts';
import { focus, focusOnSecondStart } from '../lifecycle/single-instance.ts';
import { createLogger } from '../logging/create-logger.ts';
import { openLogFile } from '../logging/log-file.ts';
import { serveAppScheme } from '../security/app-scheme.ts';
import { createExternalLinks } from '../security/external-links.ts';
import { lockContents } from '../security/lock-contents.ts';
import { cutNetwork } from '../security/network.ts';
import { lockPermissions } from '../security/permissions.ts';
import { refuseDownloads } from '../security/system-dialogs.ts';
import { catchBugs } from '../start/catch-bugs.ts';
import type { DataFolder } from '../start/data-folder.ts';
import type { DeveloperOptions } from '../start/developer-options.ts';
import { holderOf } from '../start/folder-holder.ts';
import { headFileOf } from '../start/head-file.ts';
import type { Machine } from '../start/machine.ts';
import { refuseStart } from '../start/refuse-start.ts';
import type { StartOptions } from '../start/start-options.ts';
import { systemClock as clock } from '../start/system-clock.ts';
import { autostartFile } from '../start/usual-folder.ts';
import { childCore } from '../supervisor/child-core.ts';
import { coreEnv } from '../supervisor/core-env.ts';
import { CORE_MODULE, CORE_NODE } from '../supervisor/core-files.ts';
import type { CheckedNode } from '../supervisor/core-node.ts';
import { keepCoreClient } from '../supervisor/main-port.ts';
import { createSupervisor } from '../supervisor/supervisor.ts';
import type { TestHooks } from '../test-hooks/test-hooks.ts';
import { systemProtection } from '../vault/protection.ts';
import { openVault } from '../vault/vault.ts';
import { keepCashierInPlace, openCashierWindow } from '../windows/cashier-window.ts';
import { createCustomerScreen } from '../windows/customer-screen.ts';
import { buildCustomerWindow, showOnMonitor } from '../windows/customer-window.ts';
import { RENDERER_ROOT } from '../windows/out-folder.ts';
import { createTrustedPages } from '../windows/trusted-pages.ts';
import type { WindowKit } from '../windows/window-kit.ts';

/**
 * True in the build of an installed till. The bundler puts the value in place of the name (electron.vite.config.ts) and drops
 * the code of the other case.
 */
declare const BALCAO_IS_INSTALLED: boolean;
/** The version of Electron in package.json, for which the app is built. */
declare const BALCAO_ELECTRON: string;

/** The time from the first frame of the cashier's page to its first view, ms. Making a window would hold both up. */
const FIRST_VIEW_MS = 400;

const isInstalled = BALCAO_IS_INSTALLED;
const takesRealMoney = process.versions.electron === BALCAO_ELECTRON;

/** What is settled before Electron is ready. */
export interface Settled {
  readonly machine: Machine;
  readonly options: StartOptions;
  readonly folder: DataFolder;
  readonly node: CheckedNode;
  /** Null in an installed till. */
  readonly developer: DeveloperOptions | null;
  /** Null where no test drives the app. */
  readonly hooks: TestHooks | null;
}

/** Opens the till: puts the walls up, starts the core, opens the windows. Refuses with a message what a till may not start with. */
export function openTill({ machine, options, folder, node, developer, hooks }: Settled): void {
  const writeLog = openLogFile(folder.logs, !isInstalled);
  const logger = createLogger('main', writeLog);
  catchBugs(logger);
  if (!folder.isWritable) logger.error('data-folder-read-only', { path: folder.path });
  if (folder.movedFrom !== null) logger.info('data-moved', { from: folder.movedFrom, to: folder.path });
  logger.info('start', { version: app.getVersion(), electron: process.versions.electron, isInstalled });

  if (!node.ok) {
    refuseStart(app, dialog, logger, { why: `node-${node.error}`, file: CORE_NODE.path }, options);
    return;
  }

  // Walls, before the first page.
  const openExternal = createExternalLinks(
    (url) => shell.openExternal(url),
    () => supervisor.trainingPhone(),
    logger,
  );
  lockContents(app, openExternal, logger.scoped('security'));
  lockPermissions(session.defaultSession, logger.scoped('security'));
  cutNetwork(session.defaultSession, logger.scoped('security'));
  refuseDownloads(session.defaultSession, logger.scoped('security'));
  serveAppScheme(protocol, RENDERER_ROOT, identifyFile);

  // The core.
  const vault = openVault(
    folder.path,
    systemProtection(safeStorage, process.platform),
    logger.scoped('vault'),
  );
  const keys = vault.credentials();
  if (!takesRealMoney && keys !== null && movesMoney(keys.baseUrl)) {
    const { electron } = process.versions;
    refuseStart(app, dialog, logger, { why: 'trial-runtime', electron }, options);
    return;
  }
  const supervisor = createSupervisor({
    startProcess: childCore({
      fork,
      node: node.value,
      modulePath: hooks?.coreModule ?? CORE_MODULE,
      env: coreEnv(process.env),
    }),
    startOrder: () => ({
      dataDir: folder.path,
      credentials: vault.credentials(),
      ledger: vault.ledger(),
      headFile: headFileOf(folder.path, machine),
      apiPort: developer?.apiPort ?? null,
      version: app.getVersion(),
      language: options.language,
      modeChosen: vault.modeChosen(),
    }),
    knowLedger: vault.rememberLedger,
    createChannel: () => new MessageChannelMain(),
    writeLog,
    logger: logger.scoped('supervisor'),
    clock,
  });
  const core = keepCoreClient(supervisor);
  watchShift(supervisor, core, createKeepAwake(powerSaveBlocker));
  hooks?.expose(supervisor);
  supervisor.start();

  // The windows.
  const displaySettings = openDisplaySettings(folder.path, logger.scoped('displays'));
  const displays = createDisplays(screen, displaySettings);
  const pages = createTrustedPages();
  const push = createPush(pages, logger.scoped('ipc'));
  const ipc = openIpc(pages, supervisor, logger.scoped('ipc'));
  const kit: WindowKit = {
    BrowserWindow,
    pages,
    isInstalled,
    logger: logger.scoped('windows'),
    clock,
    // Without the cashier's page the till cannot sell. The customer's QR can also be on the cashier's screen or on paper.
    pageGivenUp: (role) => (role === 'cashier' ? relaunch() : undefined),
  };
  const cashier = openCashierWindow(kit, displays, displaySettings.fillsScreen());
  const customer = createCustomerScreen({
    displays,
    ports: ipc.ports,
    build: (monitor) => buildCustomerWindow(kit, monitor),
    show: showOnMonitor,
    clock,
    logger: logger.scoped('windows'),
  });
  // If both pages loaded at once, each would slow down the other. A till is of use when the cashier can type.
  cashier.once('ready-to-show', () => clock.after(FIRST_VIEW_MS, customer.open));
  keepCashierInPlace(cashier, displays, clock);
  focusOnSecondStart(app, cashier);
  tellCashier(push, supervisor, displays, ipc.ports, () => holderOf(folder.path));

  // The way out.
  const leave = createLeave(app, supervisor, customer);
  const relaunch = createRelaunch({
    app,
    file: join(folder.path, 'settings', 'restarts.json'),
    leave,
    clock,
    logger: logger.scoped('lifecycle'),
  });
  const flow = createQuitFlow({
    check: createQuitCheck(supervisor, core, clock),
    refuse(check) {
      push('app/quit-refused', check);
      focus(cashier);
    },
    ask(shift) {
      if (cashier.webContents.isCrashed()) return false;
      push('app/quit-asked', shift);
      focus(cashier);
      return true;
    },
    waiting: (state) => push('app/quitting', state),
    leave,
    clock,
    logger: logger.scoped('lifecycle'),
  });
  bindQuitting({ app, cashier, powerMonitor, process, supervisor }, flow);
  watchPower(powerMonitor, supervisor, logger.scoped('lifecycle'));

  const addresses = createGatewayAddresses({
    core,
    ask: addressDialog(dialog, cashier, options),
    takesLoopback: !isInstalled,
    takesRealMoney,
    clock,
    logger: logger.scoped('vault'),
  });
  ipc.serve({
    ...displaysHandlers(
      displays,
      createIdentify({ BrowserWindow, monitors: displays.monitors, isInstalled, clock }),
    ),
    ...vaultHandlers(vault, core, addresses, clock),
    ...appHandlers(clipboard, flow),
    ...windowHandlers(cashier, displaySettings),
    ...startupHandlers(isInstalled ? startWithComputer(machine) : null, logger.scoped('lifecycle')),
    ...reportHandlers(
      saveDialogs(
        dialog,
        cashier,
        () => app.getPath('documents'),
        (path) => shell.showItemInFolder(path),
      ),
      core,
    ),
  });
}

/** Returns where this system keeps whether the app opens with it. */
function startWithComputer(machine: Machine): StartWithComputer {
  if (machine.platform !== 'linux') return loginItem(app);
  // As in the menu entry (electron-builder.yml).
  return autostartEntry(autostartFile(machine), [process.execPath, '--ozone-platform=x11']);
}
