import { openDesk, type Desk } from '../support/journey/open-desk.ts';
import { enterManager, signIn } from '../support/journey/sell.ts';
import { expect } from './fixtures.ts';
import { test } from './shop-fixtures.ts';

/** From the sell or the sign-in screen to the list of people, with the focus on its first person. */
async function openPeople(desk: Desk): Promise<void> {
  await desk.press('F1');
  await desk.cashierSees('settings');
  await desk.press('ArrowRight', 'ArrowRight', 'Tab');
  await expect(desk.cashier.locator('[data-person]').first()).toBeFocused();
}

test('a manager changes PINs and names, adds another manager, and people leave: by keyboard alone', async ({
  launchApp,
  shop: _shop,
}) => {
  const desk = await openDesk(await launchApp());
  const panel = desk.cashier.locator('[data-screen="settings"]');
  await signIn(desk);
  await desk.cashierSees('sell');

  await test.step('Ana forgot her PIN: Marta gives her another', async () => {
    await openPeople(desk);
    await desk.press('Enter', 'F2');
    await expect(panel.getByRole('radio', { name: 'PIN atual' })).toBeFocused();
    await desk.press('ArrowRight', 'Tab');
    await desk.type('4321');
    for (const pin of ['8642', '8642']) {
      await desk.press('Tab');
      await desk.type(pin);
    }
    await desk.press('Enter');
    await expect(panel.locator('[data-done]')).toBeVisible();
  });

  await test.step('a name', async () => {
    await desk.press('F3', 'ControlOrMeta+A');
    await desk.type('Ana Paula');
    await desk.press('Tab');
    await desk.type('4321');
    await desk.press('Enter');
    await expect(panel.locator('h2')).toContainText('Ana Paula');
    await desk.press('Escape');
    await expect(desk.cashier.locator('[data-person]').first()).toBeFocused();
  });

  await test.step('another manager needs six digits; then who signs is chosen', async () => {
    await desk.press('F2', 'ArrowRight', 'Tab');
    await desk.type('Rui');
    for (const pin of ['8025', '8025', '4321']) {
      await desk.press('Tab');
      await desk.type(pin);
    }
    await desk.press('Enter');
    await expect(panel.locator('[data-problem="badPin"]')).toContainText('6');
    await desk.press('Shift+Tab', 'Shift+Tab', 'Shift+Tab');
    for (const pin of ['802513', '802513']) {
      await desk.press('Tab', 'ControlOrMeta+A');
      await desk.type(pin);
    }
    await desk.press('Enter');
    await expect(desk.cashier.locator('[data-person]')).toHaveCount(3);
    await desk.press('Escape');
    await desk.press('F9');
    const door = await desk.cashierSees('manager-pin');
    await expect(door.getByRole('radio', { name: 'Marta' })).toBeFocused();
    await desk.press('ArrowDown', 'Tab');
    await desk.type('802513');
    await desk.press('Enter');
    await desk.cashierSees('manager');
    await desk.press('F9');
    await desk.cashierSees('sell');
  });

  await test.step('Marta leaves', async () => {
    await openPeople(desk);
    await desk.press('ArrowDown', 'Enter', 'Delete');
    await expect(panel.locator('[data-person-act="deactivate"]')).toContainText('Marta');
    await desk.press('ArrowDown', 'Tab');
    await desk.type('802513');
    await desk.press('Enter');
    await expect(desk.cashier.locator('[data-person]')).toHaveCount(2);
  });
});

test('a manager with a short PIN is asked for a new one at the entry, and can put it off', async ({
  launchApp,
  shop: _shop,
}) => {
  const desk = await openDesk(await launchApp());
  await signIn(desk);
  await desk.cashierSees('sell');
  await enterManager(desk);
  await desk.press('F9');
  await desk.cashierSees('sell');
  await desk.press('F9');
  await desk.cashierSees('manager-pin');
  await desk.type('4321');
  await desk.press('Enter');
  const asked = await desk.cashierSees('own-pin');
  await desk.type('4321');
  for (const pin of ['802513', '802513']) {
    await desk.press('Tab');
    await desk.type(pin);
  }
  await desk.press('Enter');
  await expect(asked).toBeHidden();
  await desk.cashierSees('manager');
});
