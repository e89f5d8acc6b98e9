import { expect, type Locator } from '@playwright/test';
import type { Desk } from './open-desk.ts';

export interface TypedKeys {
  readonly baseUrl: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly clientId: string;
}

/** From the first run's first question to the connection form: the second choice, and Enter. */
export async function askToConnect(desk: Desk): Promise<Locator> {
  await desk.cashierSees('first-run');
  await desk.press('ArrowDown', 'Enter');
  const form = desk.cashier.locator('[data-step="connect"] form');
  await expect(form).toBeVisible();
  return form;
}

/** Fills the connection form by keyboard, from the choice of the address on. Replaces old texts of the fields. */
export async function typeKeys(desk: Desk, keys: TypedKeys): Promise<void> {
  await desk.cashier.locator('form input[type="radio"]:checked').focus();
  // Production, homologation, other: the last one takes a typed address.
  while (!(await desk.cashier.getByLabel('Outro').isChecked())) await desk.press('ArrowDown');
  for (const text of [keys.baseUrl, keys.accessKey, keys.secretKey, keys.clientId]) {
    await desk.press('Tab', 'ControlOrMeta+A');
    await desk.paste(text);
  }
}
