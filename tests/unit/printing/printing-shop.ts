import { expect } from 'vitest';
import { MINUTE } from '../../../shared/kernel/time.ts';
import type { PrinterSetting } from '../../../main/core/directory/shop/settings.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { networkPrinter } from '../../support/printers/network-printer.ts';
import { createScriptedPrinters } from '../../support/printers/scripted-printers.ts';
import { AMOUNT, setUpTill, type TestTill } from '../charges/setup-till.ts';
import { finalized } from '../domain/charge/samples.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

export const PRINTER = networkPrinter();

/** A till with a scripted printer that is set up. */
export async function setUpPrinting(own: Partial<PrinterSetting> = {}) {
  const printers = createScriptedPrinters();
  const shop = setUpTill({ printers });
  await shop.clock.advance(0);
  await shop.till.printing.configure({ ...PRINTER, ...own }, byWindow('marta'));
  return { shop, printers };
}

/** A charge whose QR is on screen. */
export async function showQr(shop: TestTill): Promise<string> {
  const id = shop.place();
  await shop.clock.advance(0);
  expect(shop.charge(id).status).toBe('pending');
  return id;
}

/** A charge that was paid and finalized. */
export async function paidSale(shop: TestTill, order = 'order-1'): Promise<string> {
  const id = await showQr(shop);
  shop.gateway.next('read', says.reading('approved', { orderId: order, paidAmount: AMOUNT }));
  await shop.clock.advanceUntil(() => shop.charge(id).status === 'approved', MINUTE);
  shop.act(id, finalized);
  return id;
}
