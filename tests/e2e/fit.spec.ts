import type { Page } from '@playwright/test';
import { cashierScenes } from '../support/fake-bridge/cashier-scenes.ts';
import { customerScenes } from '../support/fake-bridge/customer-scenes.ts';
import { playCashier, playCustomer } from '../support/fake-bridge/play-scene.ts';
import type { CashierScene, CustomerScene } from '../support/fake-bridge/scene.ts';
import { axeViolations } from '../support/fit/axe-violations.ts';
import { faultsAtSizes, resizeTo } from '../support/fit/faults-at-sizes.ts';
import { CUSTOMER_SIZES, nameOfSize } from '../support/fit/sizes.ts';
import { decodeQr } from '../support/displays/decode-qr.ts';
import { buildPixCode } from '../support/fake-bridge/pix-code.ts';
import { test } from './fake-fixtures.ts';
import { expect } from './fixtures.ts';

test('the checks find what does not fit', async ({ fake }) => {
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
  await fake.page.evaluate(() => {
    const faint = document.createElement('p');
    faint.textContent = 'faint';
    faint.style.cssText = 'color: #777; background: #888';
    document.body.replaceChildren(document.createElement('button'), faint);
  });
  expect((await axeViolations(fake.page, 'light')).map((fault) => fault.split(':')[0])).toEqual(
    expect.arrayContaining(['light button-name', 'light color-contrast']),
  );
  expect(await axeViolations(fake.page, 'dark')).toEqual(['dark color-contrast: p']);
});

/** How much of the window's height, and of its width, an element takes. */
function shareOf(page: Page, selector: string): Promise<{ readonly height: number; readonly width: number }> {
  return page.locator(selector).evaluate((element) => {
    const { width, height } = element.getBoundingClientRect();
    return { width: width / innerWidth, height: height / innerHeight };
  });
}

test('the QR is never small, and in portrait the amount fills the width', async ({ fake }) => {
  const scene = (wanted: string) => customerScenes.find(({ name }) => name === wanted) ?? customerScenes[0];
  const faults: string[] = [];
  for (const name of ['qr', 'qr-long-names', 'qr-training']) {
    await playCustomer(fake, scene(name) as CustomerScene);
    for (const size of CUSTOMER_SIZES) {
      await resizeTo(fake.page, size);
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
  expect(faults).toEqual([]);
});

/** Windows offers steps of 25 %, and Linux desktops others between. */
const SCALES = [1, 1.1, 1.25, 1.3, 1.5, 1.75, 2];

test('the QR is sharp and reads at each scale of a display', async ({ fake }, testInfo) => {
  const scene = customerScenes.find(({ name }) => name === 'qr') as CustomerScene;
  await resizeTo(fake.page, CUSTOMER_SIZES[0] ?? { width: 1024, height: 768 });
  await playCustomer(fake, scene);
  const zoomTo = (scale: number): Promise<void> =>
    fake.app.evaluate(
      ({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor),
      scale,
    );
  for (const scale of SCALES) {
    await zoomTo(scale);
    const canvas = fake.page.locator('[data-qr] canvas');
    // Pixels of the screen for each pixel of the canvas: the code is drawn anew for the new scale.
    const times = () =>
      canvas.evaluate((element: HTMLCanvasElement) =>
        Number(((element.getBoundingClientRect().width * devicePixelRatio) / element.width).toFixed(3)),
      );
    await expect.poll(() => fake.page.evaluate(() => devicePixelRatio)).toBeCloseTo(scale, 2);
    await expect.poll(async () => Number.isInteger(await times())).toBe(true);
    const file = testInfo.outputPath(`qr-${scale}.png`);
    await fake.page.screenshot({ path: file });
    expect(await decodeQr(file), `at ${scale}`).toEqual([buildPixCode(2_590)]);
  }
  await zoomTo(1);
});
