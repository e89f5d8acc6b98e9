import { expect, type Locator, type Page } from '@playwright/test';
import { HAND_MS, scanInto } from './scanner.ts';
import type { Till } from '../till/launch-till.ts';

/** A person at the till: both screens and a keyboard. No mouse. */
export interface Desk {
  readonly till: Till;
  readonly cashier: Page;
  readonly customer: Page;
  /** Strikes keys on the cashier's keyboard, one after the other: `Enter`, `F11`, `Escape`. */
  press(...keys: readonly string[]): Promise<void>;
  /** Types at the speed of a hand. */
  type(text: string): Promise<void>;
  /** Puts a text into the field with the focus at once, as a paste does. */
  paste(text: string): Promise<void>;
  /** Types at the speed of a barcode scanner, with Enter after it. The speed is that of the events' own times. */
  scan(code: string): Promise<void>;
  /** Waits until the cashier's window shows this screen or dialog, and its keys answer. */
  cashierSees(screen: string, timeoutMs?: number): Promise<Locator>;
  /** Waits until the customer's window shows this. */
  customerSees(screen: string, timeoutMs?: number): Promise<void>;
  bothSee(cashier: string, customer: string): Promise<void>;
}

/** Waits for both windows of a started till. */
export async function openDesk(till: Till): Promise<Desk> {
  const [cashier, customer] = await Promise.all([till.cashier(), till.customer()]);

  const cashierSees = async (screen: string, timeoutMs = 10_000): Promise<Locator> => {
    const shown = cashier.locator(`[data-screen="${screen}"]`);
    await expect(shown).toBeVisible({ timeout: timeoutMs });
    // A screen that appears without a key press takes no key for a moment.
    await expect(shown).toHaveAttribute('data-armed', 'true', { timeout: 5_000 });
    return shown;
  };
  const customerSees = async (screen: string, timeoutMs = 10_000): Promise<void> => {
    await expect(customer.locator(`[data-screen="${screen}"]`)).toBeVisible({ timeout: timeoutMs });
  };

  return {
    till,
    cashier,
    customer,
    async press(...keys) {
      for (const key of keys) await cashier.keyboard.press(key);
    },
    type: (text) => cashier.keyboard.type(text, { delay: HAND_MS }),
    paste: (text) => cashier.keyboard.insertText(text),
    scan: (code) => scanInto(cashier, code),
    cashierSees,
    customerSees,
    async bothSee(onCashier, onCustomer) {
      await Promise.all([cashierSees(onCashier), customerSees(onCustomer)]);
    },
  };
}
