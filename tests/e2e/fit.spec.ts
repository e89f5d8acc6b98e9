import type { Page } from '@playwright/test';
import { cashierScenes } from '../support/fake-bridge/cashier-scenes.ts';
import { customerScenes } from '../support/fake-bridge/customer-scenes.ts';
import { playCashier, playCustomer } from '../support/fake-bridge/play-scene.ts';
import type { CashierScene, CustomerScene } from '../support/fake-bridge/scene.ts';
import { startFakeApp, type FakeApp } from '../support/fake-bridge/start-fake-app.ts';
import { faultsAtSizes } from '../support/fit/faults-at-sizes.ts';
import {
  CASHIER_SIZES,
  COUNTER_SIZES,
  CUSTOMER_SIZES,
  nameOfSize,
  TIGHT_SIZES,
} from '../support/fit/sizes.ts';
import { expect, test } from './fixtures.ts';

/** Both windows on the screens of shops: every key in reach, no text over another, no graphic too faint. */

/** Where a customer waits: here nothing may need scrolling. */
const COUNTER = [
  'sell',
  'queued',
  'creating',
  'choices',
  'waiting',
  'doubt',
  'approved',
  'ended',
  'settle',
  'sign-in',
];

/** Scenes that are looked at in every size. Most sizes have the shape of another one, and the letters follow the window. */
const EVERY_SIZE = [
  'sell-typed',
  'sell-keypad',
  'waiting',
  'waiting-ask',
  'waiting-printer',
  'approved',
  'doubt-unusable',
];

/** A till that waits for its first frame at a large size is slow; the checks themselves are not. */
const LONGEST_MS = 240_000;
/** In parts, so that the workers share them. */
const PARTS = 2;

for (let part = 0; part < PARTS; part++) {
  test(`every state of the cashier’s window fits: part ${part + 1} of ${PARTS}`, async ({
    electron,
    displays,
  }, testInfo) => {
    test.setTimeout(LONGEST_MS);
    const fake = await startFakeApp(electron, displays.env, testInfo.outputPath('home'));
    const faults: string[] = [];
    try {
      await fake.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      for (const [place, scene] of cashierScenes.entries()) {
        if (place % PARTS !== part) continue;
        await playCashier(fake, scene);
        const isCounter = COUNTER.includes(scene.screen);
        const few = isCounter ? COUNTER_SIZES : TIGHT_SIZES;
        const sizes = EVERY_SIZE.includes(scene.name) ? CASHIER_SIZES : few;
        const found = await faultsAtSizes(fake.page, sizes, isCounter);
        faults.push(...found.map((fault) => `${scene.name} ${fault}`));
      }
    } finally {
      await fake.app.close();
    }
    expect(faults).toEqual([]);
  });
}

test('every state of the customer’s window fits, in both themes', async ({
  electron,
  displays,
}, testInfo) => {
  test.setTimeout(LONGEST_MS);
  const fake = await startFakeApp(electron, displays.env, testInfo.outputPath('home'));
  const faults: string[] = [];
  const look = async (theme: 'light' | 'dark', { page }: FakeApp): Promise<void> => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const scene of customerScenes) {
      await playCustomer(fake, scene);
      const found = await faultsAtSizes(
        page,
        theme === 'light' ? CUSTOMER_SIZES : CUSTOMER_SIZES.slice(0, 1),
        true,
      );
      faults.push(...found.map((fault) => `${scene.name} (${theme}) ${fault}`));
    }
  };
  try {
    await look('light', fake);
    await look('dark', fake);
  } finally {
    await fake.app.close();
  }
  expect(faults).toEqual([]);
});

test('the checks find what does not fit', async ({ electron, displays }, testInfo) => {
  const fake = await startFakeApp(electron, displays.env, testInfo.outputPath('home'));
  try {
    await playCashier(fake, cashierScenes.find(({ name }) => name === 'sell') as CashierScene);
    await fake.page.evaluate(() => {
      const add = (tag: string, text: string, style: string, graphic = false): void => {
        const element = document.createElement(tag);
        element.textContent = text;
        element.style.cssText = `position: fixed; ${style}`;
        if (graphic) element.dataset['graphic'] = '';
        document.body.append(element);
      };
      add('button', 'below', 'top: 2000px; left: 0');
      add('button', 'beside', 'top: 0; left: 5000px');
      add('p', 'one', 'top: 300px; left: 100px; font-size: 20px');
      add('p', 'two', 'top: 306px; left: 105px; font-size: 20px');
      add('p', 'long', 'top: 120px; left: 100px; width: 10px; overflow: hidden');
      add('span', '', 'top: 400px; left: 100px; width: 9px; height: 9px; background: #ebe9e3', true);
    });
    expect(await faultsAtSizes(fake.page, [{ width: 960, height: 540 }], true)).toEqual([
      '960x540: button "below" lies outside the window',
      '960x540: button "beside" lies beside the window',
      '960x540: "long" is cut',
      '960x540: "one" and "two" overlap',
      expect.stringMatching(/^960x540: the mark of span "" has 1\.\d\d:1$/),
    ]);
  } finally {
    await fake.app.close();
  }
});

/** How much of the window's height, and of its width, an element takes. */
function shareOf(page: Page, selector: string): Promise<{ readonly height: number; readonly width: number }> {
  return page.locator(selector).evaluate((element) => {
    const { width, height } = element.getBoundingClientRect();
    return { width: width / innerWidth, height: height / innerHeight };
  });
}

test('the QR is never small, and in portrait the amount fills the width', async ({
  electron,
  displays,
}, testInfo) => {
  const fake = await startFakeApp(electron, displays.env, testInfo.outputPath('home'));
  const scene = (wanted: string) => customerScenes.find(({ name }) => name === wanted) ?? customerScenes[0];
  const faults: string[] = [];
  try {
    for (const name of ['qr', 'qr-long-names', 'qr-training']) {
      await playCustomer(fake, scene(name) as CustomerScene);
      for (const size of CUSTOMER_SIZES) {
        await fake.page.setViewportSize(size);
        const code = await shareOf(fake.page, '[data-qr] canvas');
        const isTall = size.height > size.width;
        if (isTall ? code.width < 0.55 : code.height < 0.45)
          faults.push(`${name} ${nameOfSize(size)}: the QR takes ${JSON.stringify(code)}`);
        const amount = await fake.page.locator('[data-amount]').evaluate((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          return range.getBoundingClientRect().width / innerWidth;
        });
        if (isTall && amount < 0.6) faults.push(`${name} ${nameOfSize(size)}: the amount takes ${amount}`);
      }
    }
  } finally {
    await fake.app.close();
  }
  expect(faults).toEqual([]);
});
