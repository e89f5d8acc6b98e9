import { expect } from '@playwright/test';
import type { Desk } from './open-desk.ts';
import type { ShopGateway } from './shop-gateway.ts';

/** Chooses training in the first run with Enter. */
export async function chooseTraining(desk: Desk): Promise<void> {
  await desk.cashierSees('first-run');
  await desk.press('Enter');
  await desk.cashierSees('sign-in');
}

/** Signs in as the training operator. The caller expects the next screen. */
export async function signIn(desk: Desk, person: 'Ana' | 'Marta' = 'Ana'): Promise<void> {
  await desk.cashierSees('sign-in');
  await desk.press(person === 'Ana' ? '1' : '2');
  await expect(desk.cashier.locator('input[type="password"]')).toBeFocused();
  await desk.type(person === 'Ana' ? '1234' : '4321');
  await desk.press('Enter');
}

/** From a first start to the sell screen, in training. */
export async function startTraining(desk: Desk): Promise<void> {
  await chooseTraining(desk);
  await signIn(desk);
  await desk.cashierSees('sell');
}

/** Types an amount in centavos and requests the QR. */
export async function charge(desk: Desk, digits: string): Promise<void> {
  await desk.cashierSees('sell');
  await desk.type(digits);
  await desk.press('Enter');
}

/** Makes a charge with its QR on both screens. */
export async function showQr(desk: Desk, digits: string): Promise<void> {
  await charge(desk, digits);
  await desk.bothSee('waiting', 'qr');
}

/** The acts of the training customer, by their number in the phone dialog. */
const PHONE = { pay: '1', 'pay-late': '2', 'pay-other-amount': '3', nothing: '4' } as const;

/** Plays the customer's phone with the training key. */
export async function customerActs(desk: Desk, act: keyof typeof PHONE): Promise<void> {
  await desk.press('F11');
  const phone = await desk.cashierSees('phone');
  // The key is greyed and takes no press while an earlier act of the cashier is under way.
  await expect(phone.locator(`[aria-keyshortcuts="${PHONE[act]}"]`)).toBeEnabled();
  await desk.press(PHONE[act]);
  await expect(phone).toBeHidden();
}

/** Gives the charge up from the waiting screen: Esc asks, Enter confirms. */
export async function cancelWaiting(desk: Desk): Promise<void> {
  await desk.cashierSees('waiting');
  await desk.press('Escape');
  await expect(desk.cashier.locator('[data-asking="cancel"]')).toBeVisible();
  await desk.press('Enter');
}

/** Gives a charge up while the gateway does not answer, so its end is unknown. Returns the id of its order. */
export async function hang(desk: Desk, shop: ShopGateway, digits: string): Promise<string> {
  await showQr(desk, digits);
  const { orderId } = shop.newestOrder();
  await shop.unplug();
  await cancelWaiting(desk);
  await desk.customerSees('cancelled');
  return orderId;
}

/** Makes a sale in training: charged, paid, finalized. */
export async function sell(desk: Desk, digits: string): Promise<void> {
  await showQr(desk, digits);
  await customerActs(desk, 'pay');
  await desk.cashierSees('approved');
  await desk.press('Enter');
  await desk.cashierSees('sell');
}

/** Asks to leave the till: for a while, or for the end of the shift. */
export async function openLeaving(desk: Desk): Promise<void> {
  await desk.press('F12');
  await desk.cashierSees('leave-till');
}

/** Opens the closing of the shift. */
export async function openClosing(desk: Desk): Promise<void> {
  await openLeaving(desk);
  await desk.press('F12');
  await desk.cashierSees('close-shift');
}

/** Goes from the sell screen to the manager's screens with the PIN. */
export async function enterManager(desk: Desk): Promise<void> {
  await desk.press('F9');
  await desk.cashierSees('manager-pin');
  await desk.type('4321');
  await desk.press('Enter');
  await keepShortPin(desk, 'manager');
  await desk.cashierSees('manager');
}

/** A shop of production asks a manager with a short PIN for a new one. Training does not. */
async function keepShortPin(desk: Desk, behind: string): Promise<void> {
  const asked = desk.cashier.locator('[data-screen="own-pin"]');
  await expect(asked.or(desk.cashier.locator(`[data-screen="${behind}"]`)).first()).toBeVisible();
  if (await asked.isVisible()) await desk.press('Escape');
}
