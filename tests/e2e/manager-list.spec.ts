import { seedLedger } from '../../build/run/seed/seed-ledger.ts';
import { epochMs, MINUTE } from '../../shared/kernel/time.ts';
import { partialPayments, replies } from '../support/fake-bridge/manager-replies.ts';
import { managerScenes } from '../support/fake-bridge/manager-scenes.ts';
import { playCashier } from '../support/fake-bridge/play-scene.ts';
import { shopView } from '../support/fake-bridge/shop-view.ts';
import { openDesk } from '../support/journey/open-desk.ts';
import { enterManager, startTraining } from '../support/journey/sell.ts';
import { test as fakeTest } from './fake-fixtures.ts';
import { expect, test } from './fixtures.ts';

test.slow();

/** More than two pages of the list. */
const CHARGES = 230;

test('the manager’s list keeps its rows, its place and its keys, by keyboard', async ({
  launchApp,
  dataDir,
}) => {
  const until = epochMs(Date.now() - 5 * MINUTE);
  expect(await seedLedger({ dataDir, charges: CHARGES, seed: 'list', until })).toMatchObject({ ok: true });
  const desk = await openDesk(await launchApp());
  const { cashier } = desk;
  const list = cashier.locator('[role="listbox"][aria-busy="false"]');
  const chosen = list.locator('[aria-selected="true"]');
  const period = cashier.getByLabel('Período');
  const least = cashier.getByLabel('Valor ≥');
  await startTraining(desk);
  await enterManager(desk);
  await desk.press('F3');
  await expect(period).toHaveValue('today');

  await test.step('arrows in a list of choices choose there, and Enter in it opens no payment', async () => {
    await desk.press('F7', 'Tab');
    await expect(period).toBeFocused();
    await desk.press('End', 'Enter');
    await expect(period).toHaveValue('all');
    await expect(period).not.toBeFocused();
    await expect(cashier.locator(`[data-count="${CHARGES}"]`)).toBeVisible();
    await expect(chosen).toHaveAttribute('aria-posinset', '1');
    await expect(cashier.locator('[data-section="payments"]')).toBeVisible();
  });

  await test.step('a charge is opened far down, and Esc comes back to it', async () => {
    await list.focus();
    await expect(async () => {
      await desk.press('End');
      await expect(chosen).toHaveAttribute('aria-setsize', String(CHARGES), { timeout: 1_000 });
    }).toPass();
    await desk.press('PageUp', 'PageUp', 'ArrowUp');
    const place = await chosen.getAttribute('aria-posinset');
    const id = await chosen.getAttribute('data-payment');
    await desk.press('Enter');
    await expect(cashier.locator(`[data-section="payment"] [data-payment="${id}"]`)).toBeVisible();
    await desk.press('Escape');
    await expect(chosen).toHaveAttribute('data-payment', id ?? 'none');
    await expect(chosen).toHaveAttribute('aria-posinset', place ?? 'none');
    await expect(chosen).toBeInViewport();
    await desk.press('End');
    await expect(list.locator('[role="option"]').last()).toHaveAttribute('aria-setsize', String(CHARGES));
  });

  await test.step('Enter in the name keeps a filter, which can be deleted; the list has no row twice', async () => {
    await desk.press('Control+s');
    await expect(cashier.getByLabel('Nome do filtro')).toBeFocused();
    await desk.type('tudo');
    await desk.press('Enter');
    const remove = cashier.locator('[aria-keyshortcuts="Ctrl+D"]');
    // The new name can be on screen before the answer to its keeping: the button is greyed until then.
    await expect(remove).toBeEnabled();
    await desk.press('Control+d');
    await expect(remove).toBeHidden();
    await expect(cashier.locator(`[data-count="${CHARGES}"]`)).toBeVisible();
    await expect(chosen).toHaveAttribute('aria-setsize', String(CHARGES));
  });

  await test.step('an amount goes on to the list with Enter, and goes with the other filters', async () => {
    await least.focus();
    await desk.type('99999999,99');
    await expect(cashier.locator('[data-count="0"]')).toBeVisible();
    await least.press('Control+a');
    await desk.type('0,01');
    await expect(cashier.locator(`[data-count="${CHARGES}"]`)).toBeVisible();
    await desk.press('Enter');
    await expect(cashier.locator('[role="listbox"]')).toBeFocused();
    await expect(cashier.locator('[data-section="payments"]')).toBeVisible();
    await desk.press('Delete');
    await expect(least).toHaveValue('');
    await expect(period).toHaveValue('today');
  });

  await test.step('a text is looked for in everything while no period was chosen', async () => {
    await desk.press('F7');
    await desk.type('nada disto');
    await expect(period).toHaveValue('all');
    await expect(cashier.locator('[data-count="0"]')).toBeVisible();
  });

  await test.step('and in everything again from a period that has nothing', async () => {
    await desk.press('Tab', 'Home', 'ArrowDown');
    await expect(period).toHaveValue('yesterday');
    const everywhere = cashier.locator('[aria-keyshortcuts="Enter"]');
    await expect(everywhere).toBeVisible();
    await desk.press('Enter', 'Enter');
    await expect(period).toHaveValue('all');
    await expect(everywhere).toBeHidden();
  });
});

fakeTest(
  'the list says what is chosen, what is marked, what is partial and what failed',
  async ({ fake }) => {
    const scene = managerScenes.find(({ name }) => name === 'manager-payments');
    if (scene === undefined) throw new Error('no such scene');
    const { page } = fake;
    const chosen = page.locator('[role="option"][aria-selected="true"]');
    const failed = page.locator('[data-problem="read-failed"]');
    const partial = partialPayments();
    const view = scene.views.at(-1);
    if (view === undefined) throw new Error('no view');
    let seq = 1;
    const changeTo = async (payments: typeof partial): Promise<void> => {
      await fake.replies({ ...replies, 'manager/payments': payments });
      await fake.push('manager/shop', shopView(view, (seq += 1)));
    };
    await playCashier(fake, scene);
    if (!partial.ok) throw new Error('no payments');
    const { value } = partial;
    const [newest, second, third] = value.rows;
    if (newest === undefined || second === undefined || third === undefined) throw new Error('too few rows');
    await expect(chosen).toHaveAttribute('data-payment', third.id);
    await expect(page.locator('[data-marks]').first()).toHaveAttribute('data-marks', 'late unsettled');

    await fakeTest.step('another charge comes in above: the same one stays chosen', async () => {
      const rows = [{ ...newest, id: newest.id.replace(/.$/, 'Z') }, ...value.rows];
      await changeTo({ ok: true, value: { ...value, rows } });
      await expect(chosen).toHaveAttribute('aria-posinset', '4');
      await expect(chosen).toHaveAttribute('data-payment', third.id);
      await expect(page.locator('form')).toContainText('727+');
      await expect(page.locator('[data-count]')).toContainText(/pelo menos.*pelo menos/);
    });

    await fakeTest.step('the chosen one leaves: none is chosen, and Enter opens none', async () => {
      await changeTo({ ok: true, value: { ...value, rows: value.rows.filter((row) => row !== third) } });
      await expect(chosen).toHaveCount(0);
      await page.keyboard.press('Enter');
      await expect(page.locator('[data-section="payments"]')).toBeVisible();
      await page.keyboard.press('ArrowUp');
      await expect(chosen).toHaveAttribute('aria-posinset', '3');
    });

    await fakeTest.step('a reading that failed is said, and Ctrl+R reads again', async () => {
      await changeTo({ ok: false, error: { code: 'internal', message: 'no answer' } });
      await expect(failed).toBeVisible();
      await expect(chosen).toHaveAttribute('aria-posinset', '3');
      await fake.replies({
        ...replies,
        'manager/save-filter': { ok: false, error: { code: 'too-many-filters', message: '' } },
      });
      await page.keyboard.press('Control+r');
      await expect(failed).toBeHidden();
    });

    await fakeTest.step('a filter that is refused is said too', async () => {
      await page.getByLabel('Sem confirmação').check();
      await page.keyboard.press('Control+s');
      await page.keyboard.type('mais um');
      await page.keyboard.press('Enter');
      await expect(page.locator('[data-error="too-many-filters"]')).toBeVisible();
    });
  },
);
