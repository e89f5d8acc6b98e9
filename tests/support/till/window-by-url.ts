import type { ElectronApplication, Page } from '@playwright/test';
import { pollUntil } from '../displays/poll-until.ts';

/** The pages as the app serves them, on its own scheme. */
export const windowUrls = {
  cashier: 'app://balcao/cashier/index.html',
  customer: 'app://balcao/customer/index.html',
} as const;

export type WindowName = keyof typeof windowUrls;

/**
 * Finds a window by the page it shows, whenever it opens: windows have no order that a test could rely on.
 * Routes and queries behind the page's address do not matter.
 */
export async function windowByUrl(app: ElectronApplication, name: WindowName): Promise<Page> {
  const isIt = (page: Page) => !page.isClosed() && page.url().split(/[?#]/)[0] === windowUrls[name];
  const page = await pollUntil(`the ${name} window`, () => Promise.resolve(app.windows().find(isIt)), {
    timeoutMs: 20_000,
    everyMs: 20,
  });
  await page.waitForLoadState('domcontentloaded');
  return page;
}
