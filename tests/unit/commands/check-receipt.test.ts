import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkReceipt, type ReceiptQuery } from '../../../main/core/commands/check-receipt.ts';
import { createUndiciTransport } from '../../../main/core/gateway/undici-transport.ts';
import { calendarParts } from '../../../shared/domain/business-day/calendar-parts.ts';
import { err } from '../../../shared/kernel/result.ts';
import { epochMs, MINUTE } from '../../../shared/kernel/time.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

const nothing: ReceiptQuery = { amount: null, endToEndEnd: null, minute: null };

describe('a receipt that a customer shows, against the real training gateway', () => {
  let app: TestCore;
  let isMute: boolean;
  beforeEach(async () => {
    isMute = false;
    const network = createUndiciTransport();
    const folder = temporaryFolder();
    app = await startTestCore(folder.path, {
      // Questions about orders get no answer while it is mute.
      transport: (request) =>
        isMute && request.method === 'GET' && request.url.includes('/order/')
          ? Promise.resolve(err({ kind: 'no-answer', detail: 'mute' }))
          : network(request),
    });
  });
  afterEach(() => app.stop());

  const check = async (query: Partial<ReceiptQuery>) => {
    const checked = await checkReceipt(app.till(), { ...nothing, ...query });
    if (!checked.ok) throw new Error(checked.error);
    return checked.value;
  };
  const show = async (amount: number) => {
    const { id } = app.place(amount);
    return app.charge(id, ({ status }) => status === 'pending');
  };
  const pay = async (id: string) => {
    await app.core.playCustomer(id, 'pay');
    return app.charge(id, ({ status }) => status === 'approved');
  };
  const finalize = (id: string) => app.till().service.act(id, { type: 'finalized' }, byWindow('ana'));

  it('is found by the end of its id, whatever the case, and by its amount', async () => {
    const { id } = await show(2590);
    const { endToEndId } = await pay(id);
    const end = endToEndId?.slice(-5) ?? '';
    for (const query of [{ endToEndEnd: end.toUpperCase() }, { amount: 2590 }]) {
      expect(await check(query)).toMatchObject({ answer: 'found', charge: { id } });
    }
    expect((await check({ amount: 2591 })).answer).toBe('not-found');
    expect((await check({ endToEndEnd: 'zzzz9' })).answer).toBe('not-found');
  });

  it('must be of about the time that it shows', async () => {
    const { id } = await show(2590);
    const { approvedAt } = await pay(id);
    const minuteAt = (shift: number): number => {
      const { zone } = app.till().settings.get();
      const { hour, minute } = calendarParts(epochMs((approvedAt ?? 0) + shift * MINUTE), zone);
      return Number(hour) * 60 + Number(minute);
    };
    for (const shift of [0, -9, 9])
      expect((await check({ amount: 2590, minute: minuteAt(shift) })).answer, `${shift}`).toBe('found');
    for (const shift of [-15, 15, 720])
      expect((await check({ amount: 2590, minute: minuteAt(shift) })).answer, `${shift}`).toBe('not-found');
  });

  it('of a sale that was handed over does not pay the next one', async () => {
    const first = await show(2590);
    await pay(first.id);
    finalize(first.id);
    await show(2590);
    expect(await check({ amount: 2590 })).toMatchObject({ answer: 'delivered', charge: { id: first.id } });
  });

  it('of a payment that only the gateway knows is learned as proof', async () => {
    isMute = true;
    const { id } = await show(700);
    await app.core.playCustomer(id, 'pay');
    expect((await check({ amount: 700 })).answer).toBe('cannot-tell');
    expect(app.till().ledger.charges.byId(id)?.status).toBe('pending');
    isMute = false;
    expect(await check({ amount: 700 })).toMatchObject({ answer: 'found', charge: { id } });
    expect(app.till().ledger.charges.byId(id)).toMatchObject({ status: 'approved', paidAmount: 700 });
  });

  it('of a charge that was given up is late money', async () => {
    const { id } = await show(700);
    app.till().service.act(id, { type: 'given-up', cause: 'operator', reason: null }, byWindow('ana'));
    await app.charge(id, ({ status }) => status === 'cancelled');
    await app.core.playCustomer(id, 'pay-late');
    await app.charge(id, ({ late }) => late);
    expect(await check({ amount: 700 })).toMatchObject({ answer: 'late', charge: { id } });
  });

  it('of which neither the amount nor the id is known is not searched for', async () => {
    expect(await checkReceipt(app.till(), { ...nothing, minute: 600 })).toEqual(err('nothing-to-check'));
  });

  it('for what nobody paid is not found', async () => {
    await show(700);
    expect(await check({ amount: 700 })).toEqual({ answer: 'not-found', charge: null });
  });
});
