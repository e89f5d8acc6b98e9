import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openShop } from './demo/shop.ts';
import { tellStory } from './demo/tell-story.ts';
import { createTerminal } from './demo/terminal.ts';
import { say } from './say.ts';

/** The story takes some 8 seconds; whoever waits this long has found a bug, ms. */
const LIMIT = 30_000;

/** npm run demo: the main job in a terminal, through the same core as the app's, with nothing but this machine. */
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
// The story is told: no timer of the till is worth waiting for.
process.exit(code);
