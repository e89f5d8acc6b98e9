import { barcodeOf, shortCode } from '../../shared/domain/short-code/short-code.ts';
import { openDesk, type Desk } from '../support/journey/open-desk.ts';
import { customerActs, enterManager, showQr, startTraining } from '../support/journey/sell.ts';
import { newestCharge } from '../support/journey/shop-software.ts';
import { startFakeTcpPrinter, type FakeTcpPrinter } from '../support/printers/fake-tcp-printer.ts';
import { printedLines } from '../support/printers/printed-lines.ts';
import { expect, test } from './fixtures.ts';

function printed({ printed: bytes }: FakeTcpPrinter): string {
  return printedLines(bytes()).join('\n');
}

/** The set-up wizard by its keys: the manager's PIN, an address, a model, a test page, and what came out. */
async function setUp(desk: Desk, printer: FakeTcpPrinter): Promise<void> {
  await desk.press('F1');
  const settings = await desk.cashierSees('settings');
  await settings.getByRole('tab', { name: 'Impressora' }).focus();
  await desk.press('Enter');
  await settings.getByLabel('PIN do gerente').focus();
  await desk.type('4321');
  await desk.press('Enter');
  await settings.getByRole('radio', { name: 'Uma impressora na rede' }).focus();
  await desk.press(' ');
  await settings.getByRole('textbox', { name: 'Endereço de rede' }).focus();
  await desk.type('203.0.113.7');
  await desk.press('Enter');
  await expect(settings.locator('[data-error="public-address"]')).toBeVisible();
  await settings.getByRole('textbox', { name: 'Endereço de rede' }).fill('');
  await settings.getByRole('textbox', { name: 'Endereço de rede' }).focus();
  await desk.type(printer.address);
  await desk.press('Enter');
  await settings.getByRole('radio', { name: 'Epson TM-T20 e compatíveis' }).focus();
  await desk.press(' ');
  await desk.press('F6');
  await expect(settings.locator('[data-tested="confirmed"]')).toBeVisible();
  await settings.getByRole('radio', { name: 'Tudo: acentos, QR e corte' }).focus();
  await desk.press(' ');
  await desk.press('Enter');
  await settings.getByRole('radio', { name: 'Abre quando o pagamento entra' }).focus();
  await desk.press(' ');
  await desk.press('Enter');
  await expect(settings.locator('[data-saved]')).toBeVisible();
  await desk.press('Escape');
  await desk.cashierSees('sell');
}

/** ESC p 0 25 250. */
const PULSE = [0x1b, 0x70, 0, 25, 250];

test.slow();

test('a printer is set up, prints the QR and the receipt, and what stopped in the middle waits for a word', async ({
  launchApp,
}) => {
  const printer = await startFakeTcpPrinter();
  const till = await launchApp();
  const desk = await openDesk(till);
  await startTraining(desk);

  await test.step('the wizard prints a test page', async () => {
    await setUp(desk, printer);
    expect(printed(printer)).toContain('Epson TM-T20');
    await expect(desk.cashier.locator('[data-printer="ready"]')).toBeVisible();
  });

  await test.step('F6 prints the QR, which then lives for ten minutes', async () => {
    await showQr(desk, '2590');
    const { expiresAt } = await newestCharge(till.dataDir);
    await desk.press('F6');
    await expect.poll(() => printed(printer)).toContain('Pague com');
    await expect
      .poll(async () => Date.parse((await newestCharge(till.dataDir)).expiresAt ?? ''))
      .toBeGreaterThan(Date.parse(expiresAt ?? '') + 4 * 60_000);
  });

  await test.step('paid, the drawer opens and the receipt comes out by themselves', async () => {
    await customerActs(desk, 'pay');
    await desk.cashierSees('approved');
    await expect.poll(() => printed(printer)).toContain('COMPROVANTE DE PAGAMENTO');
    const opened = printer.sheets().findIndex((sheet) => Buffer.from(PULSE).equals(sheet));
    expect(opened).toBeGreaterThan(0);
    expect(printer.sheets()).toHaveLength(opened + 2);
    await desk.press('Enter');
    await desk.cashierSees('sell');
  });

  await test.step('the code of the slip, scanned over an amount, says how the charge stands', async () => {
    const { id } = await newestCharge(till.dataDir);
    await desk.type('1234');
    await desk.scan(barcodeOf(shortCode(id)));
    const found = await desk.cashierSees('found');
    await expect(found.locator('[data-finding="delivered"]')).toContainText('R$ 25,90');
    await desk.press('Escape');
    await desk.cashierSees('sell');
    await expect(desk.cashier.locator('[data-entry]')).toHaveValue(/12,34/);
    await desk.press('Escape');
  });

  await test.step('the manager sees the receipt and the slip of the QR as paper, without the QR', async () => {
    await enterManager(desk);
    await desk.press('F3');
    await expect(desk.cashier.locator('[data-payment]').first()).toBeVisible();
    await desk.press('Enter');
    await expect(desk.cashier.locator('[data-event="put-on-paper"]')).toBeVisible();
    await desk.press('F6');
    await expect(desk.cashier.locator('[data-slip="receipt"] [data-paper]')).toContainText('COMPROVANTE');
    await desk.press('F7');
    const slip = desk.cashier.locator('[data-slip="qr-slip"] [data-paper]');
    await expect(slip).toContainText('Pague com');
    await expect(slip).toContainText('O QR sai só no papel');
    await expect(slip.locator('canvas')).toHaveCount(0);
    await desk.press('Escape');
    await desk.press('F5');
    await expect(desk.cashier.locator('[data-diary="settings-changed"]').first()).toContainText(
      `Impressora: ${printer.address}`,
    );
    await desk.press('F9');
    await desk.cashierSees('sell');
  });

  await test.step('no paper: said before it is needed, and the QR is refused', async () => {
    printer.faults.paper = 'out';
    await showQr(desk, '800');
    await desk.press('F6');
    await expect(
      desk.cashier.locator('[data-error="paper-out"], [data-strip="PAPER_OUT"]').first(),
    ).toBeVisible();
    await expect(desk.cashier.locator('[data-printer="paper-out"]')).toBeVisible({ timeout: 40_000 });
    await customerActs(desk, 'pay');
    await desk.cashierSees('approved');
    await desk.press('Enter');
    await desk.cashierSees('sell');
    printer.faults.paper = 'ok';
    await expect(desk.cashier.locator('[data-printer="ready"]')).toBeVisible({ timeout: 40_000 });
  });

  await test.step('cut off in the middle: asked about, and comes out again as 2ª VIA only', async () => {
    printer.faults.resetAfter = 60;
    await showQr(desk, '700');
    await customerActs(desk, 'pay');
    await desk.cashierSees('approved');
    await expect(desk.cashier.locator('[data-strip="slips"]')).toBeVisible({ timeout: 20_000 });
    printer.faults.resetAfter = Infinity;
    await desk.press('Enter');
    await desk.cashierSees('sell');
    await desk.press('Control+p');
    const slips = await desk.cashierSees('slips');
    await expect(slips.locator('[data-slip="receipt"]')).toContainText('R$ 7,00');
    await desk.press('F6');
    await expect(slips.locator('[data-slip]')).toHaveCount(0);
    await expect.poll(() => Buffer.from(printer.printed()).toString('latin1')).toContain('VIA');
    await desk.press('Escape');
    await desk.cashierSees('sell');
    await expect(desk.cashier.locator('[data-strip="slips"]')).toHaveCount(0);
  });
  await printer.close();
});
