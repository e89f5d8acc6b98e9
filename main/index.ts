import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { app, dialog, Menu, protocol } from 'electron';
import { openTill } from './app/open-till.ts';
import { isOnlyInstance } from './lifecycle/single-instance.ts';
import type { Logger } from '../shared/kernel/logger.ts';
import { createLogger } from './logging/create-logger.ts';
import { openLogFile } from './logging/log-file.ts';
import { declareAppScheme } from './security/app-scheme.ts';
import { closeResolver } from './security/network.ts';
import { enforceSandbox } from './security/sandbox.ts';
import { administratorFile, readAdministratorFile } from './start/administrator-file.ts';
import { refusedArguments } from './start/allowed-arguments.ts';
import { settleDataFolder } from './start/data-folder.ts';
import { readDeveloperOptions } from './start/developer-options.ts';
import { holderOf } from './start/folder-holder.ts';
import type { Machine } from './start/machine.ts';
import { refuseStart, type Refusal } from './start/refuse-start.ts';
import { readStartOptions } from './start/start-options.ts';
import { usualDataFolder } from './start/usual-folder.ts';
import { plainUserAgent } from './start/user-agent.ts';
import { CORE_NODE } from './supervisor/core-files.ts';
import { checkCoreNode } from './supervisor/core-node.ts';

/**
 * True in the build of an installed till. The bundler puts the value in place of the name (electron.vite.config.ts) and drops
 * the code of the other case.
 */
declare const BALCAO_IS_INSTALLED: boolean;

const machine: Machine = { platform: process.platform, env: process.env, home: homedir() };
const options = readStartOptions(process.argv, process.env);
const refused = BALCAO_IS_INSTALLED ? refusedArguments(process.argv.slice(1), process.getuid?.()) : [];
if (refused.length === 0) await prepare();
else refuse({ why: 'arguments', refused });

/** Creates a logger for what happens before a data folder is settled. It writes into the usual folder. */
function earlyLogger(): Logger {
  return createLogger('main', openLogFile(join(usualDataFolder(machine), 'logs'), false));
}

function refuse(refusal: Refusal, logger = earlyLogger()): void {
  refuseStart(app, dialog, logger, refusal, options);
}

/** Settles what must be settled before Electron is ready. */
async function prepare(): Promise<void> {
  const developer = BALCAO_IS_INSTALLED
    ? null
    : readDeveloperOptions({ argv: process.argv, env: process.env, cwd: process.cwd() });
  const hooks =
    !BALCAO_IS_INSTALLED && developer?.testHooks === true
      ? (await import('./test-hooks/test-hooks.ts')).createTestHooks(process.env, process.argv)
      : null;
  // In an installed till, an administrator of the machine can name the folder, and nothing else can.
  const chosen = BALCAO_IS_INSTALLED
    ? readAdministratorFile(administratorFile(process.platform))
    : ({ ok: true, value: developer?.dataDir ?? null } as const);
  if (!chosen.ok) {
    const logger = earlyLogger();
    logger.error('administrator-file', { trouble: chosen.error });
    return refuse({ why: 'administrator-file', file: administratorFile(process.platform) }, logger);
  }
  const folder = settleDataFolder(app, machine, chosen.value);
  if (!folder.ok) return refuse({ why: folder.error.code, trouble: folder.error });
  enforceSandbox(app, process.getuid?.());
  closeResolver(app);
  declareAppScheme(protocol);
  plainUserAgent(app);
  Menu.setApplicationMenu(null);
  if (isOnlyInstance(app))
    return void Promise.all([checkCoreNode(CORE_NODE), app.whenReady(), hooks?.attached]).then(([node]) =>
      openTill({ machine, options, folder: folder.value, node, developer, hooks }),
    );
  // Another account of this machine has the till open, in a session where it cannot come to the front.
  const account = holderOf(folder.value.path);
  if (account === null || account === userInfo().username) return app.exit(0);
  refuse({ why: 'held', account });
}
