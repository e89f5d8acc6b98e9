import { access, cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type TestInfo } from '@playwright/test';
import { coreNode } from '../../../build/electron/core-node.ts';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { mustRun } from '../../../build/run/run-command.ts';
import { pollUntil } from '../displays/poll-until.ts';
import type { Displays } from '../displays/start-displays.ts';
import { expectQr } from '../journey/expect-qr.ts';
import { chargesOf, newestCharge, type ApiCharge } from '../journey/shop-software.ts';
import { keyboardOf } from '../packed/keyboard.ts';
import { startPacked, type PackedRun } from '../packed/start-packed.ts';
import { tillEnvironment } from '../till/till-environment.ts';
import type { CleanSystem } from './clean-system.ts';

/** A person at a till that is installed in a clean system. */
export interface Shop {
  /** Installs a package, or upgrades to it, as the manual says, without what is only recommended. */
  install(deb: string): Promise<void>;
  /** Starts the till as its menu entry does. At the first start signs in, and later the shift is still open. */
  start(): Promise<void>;
  /** Types a value in centavos and waits for the QR on the customer's monitor. */
  askForQr(digits: string): Promise<ApiCharge>;
  seesQr(charge: ApiCharge): Promise<void>;
  /** Pays the charge on the training phone and finishes the sale. */
  pay(): Promise<void>;
  /** Closes the window and confirms. Fails if the program ends with another code than 0. */
  leave(): Promise<void>;
  /** Removes the package with its settings. Fails if its files are still there. */
  uninstall(): Promise<void>;
  /** Checks the ledger that is left and returns the report. */
  ledgerSays(): Promise<string>;
  close(): Promise<void>;
}

const ONLY_NEEDED = [
  'install',
  '--yes',
  '--no-install-recommends',
  '-o',
  'Dpkg::Options::=--force-unsafe-io',
];
const PROGRAM = 'balcao';

/** Opens the shop. Nothing is installed yet. */
export async function openShop(system: CleanSystem, displays: Displays, testInfo: TestInfo): Promise<Shop> {
  const dataDir = join(system.home, '.config', 'Balcao');
  const env = { ...(await tillEnvironment(testInfo.outputPath('home'))), ...displays.env };
  const keyboard = keyboardOf(displays);
  let run: PackedRun | null = null;
  const hasData = (): Promise<boolean> =>
    access(dataDir).then(
      () => true,
      () => false,
    );
  const shop: Shop = {
    async install(deb) {
      await system.run('apt-get', ...ONLY_NEEDED, await system.bring(deb));
    },
    async start() {
      const isFirst = !(await hasData());
      const person = { ...env, PATH: '/usr/local/bin:/usr/bin:/bin' };
      const [program = '', ...args] = system.asPerson(person, [
        ...(await menuCommand(system)),
        '--disable-gpu',
      ]);
      run = startPacked(program, args, process.env as Record<string, string>);
      if (isFirst) {
        await keyboard.reaches('Bem-vindo ao Balcão');
        await keyboard.press('Return');
        await keyboard.reaches('Quem está no caixa?');
        await keyboard.press('1');
        await keyboard.type('1234');
        await keyboard.press('Return');
      }
      await keyboard.reaches('Nova cobrança');
    },
    async askForQr(digits) {
      await keyboard.type(digits);
      await keyboard.press('Return');
      const asked = await pollUntil('the charge', async () => {
        const charge = (await chargesOf(dataDir)).find(({ amount }) => amount === Number(digits));
        return charge?.status === 'pending' ? charge : undefined;
      });
      await shop.seesQr(asked);
      return asked;
    },
    seesQr: ({ brCode }) => expectQr(displays, 'DUMMY1', brCode, testInfo),
    async pay() {
      await keyboard.press('F11');
      await keyboard.pressUntil('1', 'the payment', async () =>
        (await newestCharge(dataDir)).status === 'approved' ? true : undefined,
      );
      await keyboard.pressUntil('Return', 'the end of the sale', async () =>
        (await newestCharge(dataDir)).finalizedAt === null ? undefined : true,
      );
      await keyboard.reaches('Nova cobrança');
    },
    async leave() {
      await keyboard.press('alt+F4');
      // The question whether the open shift stays open.
      await keyboard.pressUntil('ctrl+q', 'the end', async () => run?.hasEnded() === true || undefined);
      expect(await run?.ended).toBe(0);
      run = null;
    },
    async uninstall() {
      const installed = (await system.run('dpkg-query', '--listfiles', PROGRAM)).split('\n');
      const program = installed.find((name) => name.endsWith(`/${PROGRAM}`)) ?? 'no program';
      await system.run('apt-get', 'purge', '--yes', PROGRAM);
      expect((await system.tryRun('test', '-e', program)).code).toBe(1);
      expect(await hasData()).toBe(true);
    },
    ledgerSays: () =>
      mustRun(coreNode(), ['build/run/verify-ledger.ts', '--data-dir', dataDir], { cwd: repoRoot }),
    async close() {
      // Left behind by a story that did not come to its end.
      if (run !== null) {
        await writeFile(testInfo.outputPath('program-said.txt'), run.output());
        await cp(join(dataDir, 'logs'), testInfo.outputPath('logs'), { recursive: true }).catch(
          () => undefined,
        );
        await displays.photograph(testInfo.outputPath('screens.png'));
      }
      await run?.kill();
    },
  };
  return shop;
}

/** Returns the command of the menu entry (Desktop Entry Specification, `Exec`), without its field codes (`%U`). */
async function menuCommand(system: CleanSystem): Promise<readonly string[]> {
  const entry = await system.run('cat', '/usr/share/applications/balcao.desktop');
  const line = /^Exec=(.*)$/m.exec(entry)?.[1] ?? '';
  const words = Array.from(line.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, bare]) => quoted ?? bare ?? '');
  return words.filter((word) => !/^%[a-zA-Z]$/.test(word));
}
