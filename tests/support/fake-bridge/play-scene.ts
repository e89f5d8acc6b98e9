import { HAND_MS, scanInto } from '../journey/scanner.ts';
import type { FakeApp } from './start-fake-app.ts';
import { NOW } from './charges.ts';
import type { CashierScene, CustomerScene } from './scene.ts';
import { shopView } from './shop-view.ts';

const CASHIER = 'app://balcao/cashier/index.html';
const CUSTOMER = 'app://balcao/customer/index.html';

/** Not a key: a part of the screen must appear before the next key. */
const WAIT = 'wait:';

/** Not a key: a code at the speed of a scanner, with Enter. */
const SCAN = 'scan:';

/** Plays a scene in the cashier's window, and waits until the window shows it. */
export async function playCashier({ page, push, replies }: FakeApp, scene: CashierScene): Promise<void> {
  await page.clock.setFixedTime(NOW);
  await page.goto(CASHIER);
  await page.locator('[data-screen]').first().waitFor();
  await replies(scene.replies ?? {});
  for (const view of scene.views) {
    await push('till/view', view);
    await push('manager/shop', shopView(view));
  }
  for (const [topic, event] of Object.entries(scene.events ?? {})) await push(topic, event);
  if (scene.report !== undefined) await push('report/progress', scene.report);
  if (scene.paste !== undefined) await paste(page, scene.paste);
  await page.waitForTimeout(scene.waitMs ?? 0);
  await armed(page);
  for (const key of scene.keys ?? []) {
    if (key.startsWith(WAIT)) await page.locator(key.slice(WAIT.length)).first().waitFor();
    else if (key.startsWith(SCAN)) await scanInto(page, key.slice(SCAN.length));
    else await page.keyboard.press(key, key.length === 1 ? { delay: HAND_MS } : {});
  }
  await page.locator(`[data-screen="${scene.screen}"]`).waitFor();
  await settle(page);
}

/** Plays a scene in the customer's window. */
export async function playCustomer({ page, push }: FakeApp, scene: CustomerScene): Promise<void> {
  await page.clock.setFixedTime(NOW);
  await page.goto(CUSTOMER);
  await page.locator('[data-screen]').first().waitFor();
  await push('customer/view', scene.view);
  await page.locator(`[data-screen="${scene.screen}"]`).waitFor();
  await settle(page);
}

/** True when the screen takes keys. */
async function armed(page: FakeApp['page']): Promise<void> {
  await page.waitForTimeout(30);
  await page.locator('[data-armed="false"]').first().waitFor({ state: 'detached' });
}

/** True when keys are taken, fonts are loaded, and the frame with the last change is drawn. */
async function settle(page: FakeApp['page']): Promise<void> {
  await armed(page);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
  await page.waitForTimeout(60);
}

async function paste(page: FakeApp['page'], text: string): Promise<void> {
  await page.locator('[data-entry]').evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
