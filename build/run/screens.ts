/** npm run screens [-- --only NAME]: pictures of every state of both windows and of every slip, written to docs/screens/. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDisplays } from '../../tests/support/displays/start-displays.ts';
import { cashierScenes } from '../../tests/support/fake-bridge/cashier-scenes.ts';
import { customerScenes } from '../../tests/support/fake-bridge/customer-scenes.ts';
import { playCashier, playCustomer } from '../../tests/support/fake-bridge/play-scene.ts';
import { startFakeApp, type FakeApp } from '../../tests/support/fake-bridge/start-fake-app.ts';
import { resolveElectron } from '../electron/resolve-electron.ts';
import { buildIfChanged } from './build-if-changed.ts';
import { mustRun } from './run-command.ts';
import { repoRoot } from './repo-root.ts';
import { say } from './say.ts';
import { ensureSystemPackages } from './system-packages.ts';
import { paperPictures } from './screens/paper-pictures.ts';

interface Shot {
  readonly file: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly theme: 'light' | 'dark';
  readonly play: (fake: FakeApp) => Promise<void>;
}

const SMALL = { width: 1024, height: 768 };
/** The choice of the sizes that `tests/e2e/every-state.spec.ts` checks, for the pictures. */
const OTHER_SIZES = {
  cashier: [
    { width: 960, height: 540 },
    { width: 1280, height: 1024 },
    { width: 1366, height: 728 },
    { width: 1920, height: 1080 },
  ],
  customer: [
    { width: 480, height: 320 },
    { width: 768, height: 1366 },
    { width: 1280, height: 1024 },
    { width: 1920, height: 1080 },
  ],
} as const;
/** Scenes that are drawn in the other sizes too. */
const KEY_SCENES = [
  'sell-typed',
  'waiting',
  'waiting-no-screen',
  'doubt-unusable',
  'approved',
  'manager-day',
  'manager-payments',
  'idle',
  'closed',
  'qr',
  'qr-long-names',
  'paid',
];

function allShots(): Shot[] {
  const scenes = [
    ...cashierScenes.map((scene) => ({
      window: 'cashier' as const,
      scene,
      play: (fake: FakeApp) => playCashier(fake, scene),
    })),
    ...customerScenes.map((scene) => ({
      window: 'customer' as const,
      scene,
      play: (fake: FakeApp) => playCustomer(fake, scene),
    })),
  ];
  return scenes.flatMap(({ window, scene, play }) => {
    const name = `${window}-${scene.name}`;
    const others = KEY_SCENES.includes(scene.name) ? OTHER_SIZES[window] : [];
    return [
      { file: `${name}-light`, size: SMALL, theme: 'light' as const, play },
      { file: `${name}-dark`, size: SMALL, theme: 'dark' as const, play },
      ...others.map((size) => ({
        file: `${name}-light-${size.width}x${size.height}`,
        size,
        theme: 'light' as const,
        play,
      })),
    ];
  });
}

async function take(fake: FakeApp, shot: Shot, folder: string): Promise<void> {
  await fake.page.setViewportSize(shot.size);
  await fake.page.emulateMedia({ colorScheme: shot.theme, reducedMotion: 'reduce' });
  await shot.play(fake);
  await fake.page.screenshot({ path: join(folder, `${shot.file}.png`), scale: 'css' });
}

/** Reduces the files to a third of their size, because screens have few colours. ImageMagick is installed with the displays. */
async function shrink(files: readonly string[]): Promise<void> {
  await mustRun('mogrify', ['-dither', 'None', '-colors', '96', '-type', 'Palette', '-strip', ...files]);
}

/** Takes the pictures of the pages. Returns the failures. */
async function photograph(shots: readonly Shot[], folder: string): Promise<readonly string[]> {
  await ensureSystemPackages();
  await buildIfChanged();
  const displays = await startDisplays();
  const home = await mkdtemp(join(tmpdir(), 'balcao-screens-'));
  const fake = await startFakeApp(await resolveElectron(), displays.env, home);
  const complaints: string[] = [];
  fake.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  try {
    for (const shot of shots) {
      await take(fake, shot, folder).catch((error: unknown) => {
        complaints.push(`${shot.file}: ${error instanceof Error ? error.message : String(error)}`);
      });
    }
    await shrink(shots.map(({ file }) => join(folder, `${file}.png`)));
    return complaints;
  } finally {
    await fake.app.close();
    await displays.stop();
    await rm(home, { recursive: true, force: true });
  }
}

const only = process.argv.includes('--only') ? (process.argv[process.argv.indexOf('--only') + 1] ?? '') : '';
const folder = join(repoRoot, 'docs', 'screens');
await mkdir(join(folder, 'paper'), { recursive: true });
const slips = paperPictures().filter(({ file }) => file.includes(only));
for (const { file, png } of slips) await writeFile(join(folder, `${file}.png`), png());
const shots = allShots().filter(({ file }) => file.includes(only));
const complaints = shots.length === 0 ? [] : await photograph(shots, folder);
say(`${shots.length + slips.length} pictures in docs/screens`);
for (const complaint of complaints) say(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;
