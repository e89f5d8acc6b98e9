import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openShop } from './demo/shop.ts';
import { tellStory } from './demo/tell-story.ts';
import { createTerminal } from './demo/terminal.ts';
import { say } from './say.ts';

/** The limit of the demo, ms. It takes about 8 seconds, so a longer run is a bug. */
const LIMIT = 30_000;

/** npm run demo: a sale in a terminal, with the app's core and only this machine. */
async function demo(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'balcao-demo-'));
  const colours = Boolean(process.stdout.isTTY) && process.env['NO_COLOR'] === undefined;
  const terminal = createTerminal((text) => process.stdout.write(text), colours);
  const watchdog = setTimeout(() => {
    say('A demonstração parou no meio: isto é um defeito do Balcão.');
    process.exit(1);
  }, LIMIT);
  try {
    const shop = await openShop(folder);
    await tellStory(shop, terminal);
    await shop.close();
  } finally {
    clearTimeout(watchdog);
    rmSync(folder, { recursive: true, force: true });
  }
}

const code = await demo().then(
  () => 0,
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    return 1;
  },
);
// The demo is over. Ends without a wait for the till's timers.
process.exit(code);
