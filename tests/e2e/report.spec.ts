import { readdirSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ReportProgress } from '../../shared/contract/exports.ts';
import type { CashierBridge } from '../../shared/rpc/bridge.ts';
import { openDesk } from '../support/journey/open-desk.ts';
import { answerDialog } from '../support/journey/save-dialog.ts';
import { chooseTraining, signIn } from '../support/journey/sell.ts';
import { readXlsx } from '../support/reports/read-xlsx.ts';
import { seedSales } from '../support/reports/sales-ledger.ts';
import { expect, test } from './fixtures.ts';

/** The report through page, preload, main and the built core: by its calls, since the screens have tests of their own. */

type Bridged = { balcao: CashierBridge };

const CHARGES = 300;

/** What the page gets for a chosen file; then the report of everything, to its end. Gives the code of a refusal. */
function makeReport(page: Page, replace = false): Promise<string | ReportProgress> {
  return page.evaluate(async (replacing) => {
    const { balcao } = globalThis as unknown as Bridged;
    const chosen = await balcao.invoke('report/choose-file', { format: 'xlsx', name: 'vendas 2026-11' });
    if (!chosen.ok) return chosen.error.code;
    if (chosen.value === null) return 'nothing chosen';
    const { file } = chosen.value;
    const started = await balcao.invoke('report/start', { file, filter: {}, replace: replacing });
    if (!started.ok) return started.error.code;
    return new Promise<ReportProgress>((resolve) => {
      balcao.subscribe('report/progress', (progress) => {
        if (progress?.id === started.value.id && ['done', 'failed', 'cancelled'].includes(progress.state))
          resolve(progress);
      });
    });
  }, replace);
}

/** As the manager's PIN on F9 does. */
function enterManager(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const { balcao } = globalThis as unknown as Bridged;
    return (await balcao.invoke('manager/enter', { pin: '4321' })).ok;
  });
}

test('a manager makes the report of the sales; an operator does not', async ({ launchApp, dataDir }) => {
  test.slow();
  await seedSales(dataDir, CHARGES);
  const till = await launchApp();
  const desk = await openDesk(till);
  const folder = join(dataDir, '..', 'reports');
  await mkdir(folder);
  const path = join(folder, 'vendas.xlsx');
  await chooseTraining(desk);

  await test.step('before anybody is there, and while an operator is, the core refuses', async () => {
    await answerDialog(till, path);
    expect(await makeReport(desk.cashier)).toBe('manager-needed');
    await signIn(desk, 'Ana');
    await desk.cashierSees('sell');
    expect(await makeReport(desk.cashier)).toBe('manager-needed');
    expect(readdirSync(folder)).toEqual([]);
  });

  expect(await enterManager(desk.cashier)).toBe(true);

  await test.step('whoever thinks better of it has done nothing', async () => {
    await answerDialog(till, null);
    expect(await makeReport(desk.cashier)).toBe('nothing chosen');
  });

  await test.step('written by the core’s own thread, whole, and nothing beside it', async () => {
    await answerDialog(till, path);
    expect(await makeReport(desk.cashier)).toMatchObject({ state: 'done', rows: CHARGES, total: CHARGES });
    expect(readdirSync(folder)).toEqual(['vendas.xlsx']);
    const { sheets } = readXlsx(path);
    expect(sheets.map(({ title }) => title)).toEqual(['Resumo', 'Por dia', 'Vendas']);
    expect(sheets[2]?.rows.length).toBe(CHARGES + 1);
  });

  await test.step('a file that is there is replaced only with a yes', async () => {
    expect(await makeReport(desk.cashier)).toBe('exists');
    expect(await makeReport(desk.cashier, true)).toMatchObject({ state: 'done' });
  });

  await test.step('the till sells on', async () => {
    rmSync(path);
    await desk.type('1500');
    await desk.press('Enter');
    await desk.bothSee('waiting', 'qr');
  });
});
