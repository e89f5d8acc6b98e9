import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatBRL } from '../../shared/domain/money/format.ts';
import { centavos } from '../../shared/domain/money/centavos.ts';
import type { CashierBridge } from '../../shared/rpc/bridge.ts';
import { openDesk } from '../support/journey/open-desk.ts';
import { answerDialog, watchFileManager } from '../support/journey/save-dialog.ts';
import { enterManager, sell, startTraining } from '../support/journey/sell.ts';
import { newestCharge } from '../support/journey/shop-software.ts';
import { openInLibreOffice, sumOfColumn } from '../support/reports/libreoffice.ts';
import { expect, test } from './fixtures.ts';

test.slow();

test('what the filter shows is written by keyboard, and LibreOffice reads the same sums; the customer sees none of it', async ({
  launchApp,
  dataDir,
}) => {
  const till = await launchApp();
  const desk = await openDesk(till);
  const folder = join(dataDir, '..', 'reports');
  await mkdir(folder);
  await startTraining(desk);
  await sell(desk, '123456');
  const { endToEndId } = await newestCharge(till.dataDir);
  await sell(desk, '2590');
  await desk.customerSees('idle', 20_000);
  const listed = desk.cashier.locator('[role="listbox"][aria-busy="false"] [data-payment]');
  // From here to the end of the test, every text that ever stands on the customer's window is kept.
  await desk.customer.evaluate(() => {
    const texts = [document.body.innerText];
    Object.assign(window, { seenTexts: texts });
    new MutationObserver(() => texts.push(document.body.innerText)).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });

  await test.step('the payment is found, and a part of it goes back', async () => {
    await enterManager(desk);
    await desk.press('F3');
    await expect(desk.cashier.locator('[data-count="2"]')).toBeVisible();
    await desk.press('F7');
    await desk.type(endToEndId?.slice(-6) ?? 'none');
    await expect(desk.cashier.locator('[data-count="1"]')).toBeVisible();
    await desk.press('Enter');
    await expect(listed).toHaveCount(1);
    await desk.press('Enter');
    await expect(desk.cashier.locator('[data-status="approved"]')).toBeVisible();
    await desk.press('F10');
    const form = await desk.cashierSees('refund-part');
    await desk.press('Control+a');
    await desk.type('234,50');
    await desk.press('Tab');
    await desk.type('troca de produto');
    await desk.press('Tab');
    await desk.type('4321');
    await desk.press('Enter');
    await expect(form).toBeHidden();
    await expect(desk.cashier.locator('[data-event="refund-done"]')).toBeVisible({ timeout: 30_000 });
    await desk.press('Escape');
    await expect(listed).toHaveCount(1);
  });

  const path = join(folder, 'filtro.xlsx');
  await test.step('the same filter becomes a file', async () => {
    await answerDialog(till, path);
    await desk.press('F8');
    const report = await desk.cashierSees('report');
    await desk.press('Enter');
    await expect(report.locator('[data-report="done"]')).toBeVisible({ timeout: 30_000 });
    const shown = await watchFileManager(till);
    await desk.press('Enter');
    await expect.poll(shown).toEqual([path]);
    await desk.press('Escape');
    await expect(report).toBeHidden();
  });

  await test.step('its end is told once', async () => {
    await desk.press('F8');
    const report = await desk.cashierSees('report');
    await expect(report.locator('[data-report]')).toHaveCount(0);
  });

  await test.step('a file that nobody was asked about is replaced by nothing but a key', async () => {
    const old = join(folder, 'antigo.csv');
    writeFileSync(old, 'mine');
    // The dialog gives the name back without its ending, and so asks about another file.
    await answerDialog(till, join(folder, 'antigo'));
    const report = await desk.cashierSees('report');
    await desk.press('ArrowDown', 'Enter');
    await expect(report.locator('[data-problem="taken"]')).toContainText('antigo.csv');
    expect(readFileSync(old, 'utf8')).toBe('mine');
    await answerDialog(till, join(folder, 'outro.csv'));
    await desk.press('Enter');
    await expect(report.locator('[data-report="done"]')).toContainText('outro.csv');
    await answerDialog(till, join(folder, 'antigo'));
    // Enter opens the folder now.
    await desk.press('F8');
    await expect(report.locator('[data-problem="taken"]')).toBeVisible();
    await desk.press('F10');
    await expect(report.locator('[data-report="done"]')).toContainText('antigo.csv');
    expect(readFileSync(old, 'utf8')).toContain('EndToEndId');
    expect(readdirSync(folder).toSorted()).toEqual(['antigo.csv', 'filtro.xlsx', 'outro.csv']);
    await desk.press('Escape');
    await expect(report).toBeHidden();
  });

  await test.step('one that was begun, and ended, while nobody looked is told when somebody does', async () => {
    await answerDialog(till, join(folder, 'depois.csv'));
    await desk.cashier.evaluate(async () => {
      const { balcao } = globalThis as unknown as { balcao: CashierBridge };
      const chosen = await balcao.invoke('report/choose-file', { format: 'csv', name: 'depois' });
      if (!chosen.ok || chosen.value === null) throw new Error('nothing was chosen');
      const begun = { file: chosen.value.file, filter: {}, replace: false };
      if (!(await balcao.invoke('report/start', begun)).ok) throw new Error('not begun');
    });
    await desk.press('F8');
    const report = await desk.cashierSees('report');
    await expect(report.locator('[data-report="done"]')).toContainText('depois.csv');
    await desk.press('Escape');
    await expect(report).toBeHidden();
  });

  await test.step('LibreOffice opens it, and comes to what stands on the screen', async () => {
    const { sheets, said } = openInLibreOffice(path, folder);
    expect(said).not.toMatch(/error|repair|warn/i);
    const sales = sheets.get('filtro-Vendas');
    expect(sales).toHaveLength(2);
    const [paid, refunded, net] = [8, 9, 10].map((place) => formatBRL(centavos(sumOfColumn(sales, place))));
    expect([paid, refunded, net]).toEqual(['R$\u00a01.234,56', 'R$\u00a0234,50', 'R$\u00a01.000,06']);
    const sums = desk.cashier.locator('[data-count="1"]');
    for (const sum of [paid, refunded, net]) await expect(sums).toContainText(sum ?? 'none');
  });

  const seen = await desk.customer.evaluate(() => (window as unknown as { seenTexts: string[] }).seenTexts);
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.join('\n')).not.toMatch(/1\.234|234,50|1\.000,06|25,90|Gerente|Pagamentos|Devolução/);
  await desk.customerSees('idle');
});
