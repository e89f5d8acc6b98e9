import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import { drawerPulse } from '../../../main/core/printing/drawer-pulse.ts';
import { interpret } from '../../../main/core/printing/interpreter/interpret.ts';
import { PROFILES } from '../../../main/core/printing/profiles.ts';
import type { SendOutcome } from '../../../main/core/printing/transport-port.ts';
import { CUT_OFF, DELIVERED, UNREACHABLE } from '../../support/printers/scripted-printers.ts';
import { givenUp } from '../domain/charge/samples.ts';
import { paidSale, PRINTER, setUpPrinting, showQr } from './printing-shop.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

describe('a drawer', () => {
  const PULSE = [0x1b, 0x70, 0, 25, 250];
  const pulses = (printers: { sent: readonly { bytes: Uint8Array }[] }): number =>
    printers.sent.filter(({ bytes }) => [...bytes].join() === PULSE.join()).length;

  it('opens once for a payment, before the receipt, and is no slip', async () => {
    const { shop, printers } = await setUpPrinting({ drawer: true, automatic: true });
    const id = await paidSale(shop);
    expect(shop.till.printing.open().map(({ request }) => request.document)).toEqual(['receipt']);
    await shop.clock.advance(0);
    expect(printers.sent.map(({ bytes }) => bytes.length === PULSE.length)).toEqual([true, false]);
    expect(pulses(printers)).toBe(1);
    await shop.clock.advance(SECOND);
    // A second receipt opens nothing.
    shop.till.printing.desk.print(id, 'receipt', byWindow('ana'));
    await shop.clock.advance(MINUTE);
    expect(printers.sent).toHaveLength(3);
    expect(pulses(printers)).toBe(1);
  });

  it('stays shut where nobody set it up, and without a payment', async () => {
    const { shop, printers } = await setUpPrinting({ automatic: true });
    await paidSale(shop);
    await shop.clock.advance(MINUTE);
    expect(printers.sent).toHaveLength(1);
    await shop.till.printing.configure({ ...PRINTER, drawer: true }, byWindow('marta'));
    shop.act(await showQr(shop), givenUp());
    await shop.clock.advance(MINUTE);
    expect(printers.sent).toHaveLength(1);
  });

  it('is tried again while somebody stands there, and not after ten seconds', async () => {
    const { shop, printers } = await setUpPrinting({ drawer: true });
    printers.outcomes.push(UNREACHABLE, UNREACHABLE);
    await paidSale(shop);
    await shop.clock.advance(4 * SECOND);
    expect(pulses(printers)).toBe(3);
    printers.outcomes.push(...Array.from({ length: 10 }, () => UNREACHABLE));
    await paidSale(shop, 'order-2');
    await shop.clock.advance(9 * SECOND);
    printers.outcomes.length = 0;
    const tried = pulses(printers);
    expect(tried).toBeGreaterThan(4);
    await shop.clock.advance(HOUR);
    expect(pulses(printers)).toBe(tried);
  });

  it('asks nobody and does not open again when the pulse stopped in the middle, and keeps no slip waiting', async () => {
    const { shop, printers } = await setUpPrinting({ drawer: true, automatic: true });
    printers.outcomes.push(CUT_OFF);
    await paidSale(shop);
    await shop.clock.advance(MINUTE);
    expect(pulses(printers)).toBe(1);
    expect(printers.sent).toHaveLength(2);
    expect(shop.till.printing.open()).toEqual([]);
  });

  it('stays as it is when the till dies while it opens', async () => {
    const { shop, printers } = await setUpPrinting({ drawer: true });
    printers.outcomes.push(new Promise<SendOutcome>(() => undefined));
    await paidSale(shop);
    await shop.clock.advance(0);
    expect(pulses(printers)).toBe(1);
    shop.crash();
    shop.start();
    await shop.clock.advance(MINUTE);
    expect(pulses(printers)).toBe(1);
    expect(shop.till.printing.open()).toEqual([]);
  });

  it('waits for no slip that was there before it', async () => {
    const { shop, printers } = await setUpPrinting({ drawer: true });
    const first = Promise.withResolvers<SendOutcome>();
    const id = await paidSale(shop);
    await shop.clock.advance(0);
    printers.outcomes.push(first.promise);
    shop.till.printing.desk.print(id, 'receipt', byWindow('ana'));
    await shop.clock.advance(0);
    shop.till.printing.desk.print(id, 'cancel', byWindow('ana'));
    await paidSale(shop, 'order-2');
    shop.till.printing.desk.print(id, 'receipt', byWindow('ana'));
    first.resolve(DELIVERED);
    await shop.clock.advance(0);
    expect(pulses(printers)).toBe(2);
    expect([...printers.sent[2]!.bytes]).toEqual(PULSE);
  });

  it.each(Object.values(PROFILES))('is opened in the language of $id', (profile) => {
    expect(interpret(drawerPulse(profile), profile.dialect)).toEqual([{ kind: 'drawer' }]);
  });
});
