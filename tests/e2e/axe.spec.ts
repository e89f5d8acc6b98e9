import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { cashierScenes } from '../support/fake-bridge/cashier-scenes.ts';
import { customerScenes } from '../support/fake-bridge/customer-scenes.ts';
import { playCashier, playCustomer } from '../support/fake-bridge/play-scene.ts';
import { startFakeApp, type FakeApp } from '../support/fake-bridge/start-fake-app.ts';
import { openDesk } from '../support/journey/open-desk.ts';
import { customerActs, showQr, startTraining } from '../support/journey/sell.ts';
import { expect, test } from './fixtures.ts';

type Theme = 'light' | 'dark';
const LIGHT: readonly Theme[] = ['light'];
const BOTH: readonly Theme[] = ['light', 'dark'];

/** Looks at a page in these themes, and adds what axe finds with where it is. */
async function look(page: Page, name: string, themes: readonly Theme[], complaints: string[]): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Colours are measured where they are, so nothing may still be on its way from the other theme.
    await page.evaluate(async (scheme) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      while (!matchMedia(`(prefers-color-scheme: ${scheme})`).matches) await frame();
      await frame();
      await frame();
      await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)));
      await frame();
    }, colorScheme);
    // Legacy mode: Electron opens no second page for axe to work in. The themes differ in nothing but colours.
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    if (colorScheme === 'dark') axe.withRules(['color-contrast']);
    for (const { id, nodes } of (await axe.analyze()).violations) {
      const places = nodes.map(({ target }) => target.join(' ')).join(', ');
      complaints.push(`${name} (${colorScheme}) ${id}: ${places}`);
    }
  }
}

interface State {
  readonly name: string;
  readonly screen: string;
  readonly play: (fake: FakeApp) => Promise<void>;
}

const states: readonly State[] = [
  ...cashierScenes.map((scene) => ({
    name: `cashier ${scene.name}`,
    screen: `cashier ${scene.screen}`,
    play: (fake: FakeApp) => playCashier(fake, scene),
  })),
  ...customerScenes.map((scene) => ({
    name: `customer ${scene.name}`,
    screen: `customer ${scene.screen}`,
    play: (fake: FakeApp) => playCustomer(fake, scene),
  })),
];
const screens = [...new Set(states.map(({ screen }) => screen))];
/** Minutes of work for one page; in parts, each with whole screens, so that the workers share it. */
const PARTS = 4;

for (let part = 0; part < PARTS; part++) {
  test(`every state of both windows, every screen light and dark: part ${part + 1} of ${PARTS}`, async ({
    electron,
    displays,
  }, testInfo) => {
    test.setTimeout(600_000);
    const fake = await startFakeApp(electron, displays.env, testInfo.outputPath('home'));
    const complaints: string[] = [];
    // States of one screen share their colours: the first of each is looked at in the dark too.
    const seen = new Set<string>();
    try {
      for (const { name, screen, play } of states) {
        if (screens.indexOf(screen) % PARTS !== part) continue;
        await play(fake);
        await look(fake.page, name, seen.has(screen) ? LIGHT : BOTH, complaints);
        seen.add(screen);
      }
    } finally {
      await fake.app.close();
    }
    expect(complaints).toEqual([]);
  });
}

test('the real windows on the way through a sale', async ({ launchApp }) => {
  const desk = await openDesk(await launchApp());
  const complaints: string[] = [];
  const lookAtBoth = async (): Promise<void> => {
    for (const [name, page] of [
      ['cashier', desk.cashier],
      ['customer', desk.customer],
    ] as const) {
      const screen = await page.locator('[data-screen]').last().getAttribute('data-screen');
      await look(page, `${name} ${screen}`, BOTH, complaints);
    }
  };
  await desk.cashierSees('first-run');
  await lookAtBoth();
  await startTraining(desk);
  await lookAtBoth();
  await showQr(desk, '2590');
  await lookAtBoth();
  await customerActs(desk, 'pay');
  await desk.bothSee('approved', 'paid');
  await lookAtBoth();
  expect(complaints).toEqual([]);
});
