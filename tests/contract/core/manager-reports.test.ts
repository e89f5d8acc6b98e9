import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toTillView } from '../../../main/core/rpc/views/till-view.ts';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import type { Input, MethodName } from '../../../shared/contract/index.ts';
import { contract } from '../../../shared/contract/index.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

const NOTHING_SHOWN = {
  modeChosen: true,
  customerSees: 'nothing',
  trainingPhoneUrl: null,
  lastEnded: null,
  productionManagers: [],
} as const;
const CANCEL = { type: 'given-up', cause: 'operator', reason: null } as const;

/** The calls of the manager's screens against a real core, its files and its thread. */
describe('what the manager reads', () => {
  const folder = temporaryFolder();
  let app: TestCore;
  let id: string;
  let handlers: ReturnType<typeof createHandlers>;
  const call = async <M extends MethodName>(name: M, input: Input<M>) => {
    const reply = await handlers[name](input);
    if (!reply.ok) throw new Error(reply.error.code);
    // What is answered is what the table promises, with nothing beside it.
    return contract[name].output.parse(reply.value) as typeof reply.value;
  };
  const refusal = async <M extends MethodName>(name: M, input: Input<M>): Promise<string> => {
    const reply = await handlers[name](input);
    return reply.ok ? 'answered' : reply.error.code;
  };

  beforeAll(async () => {
    app = await startTestCore(folder.path);
    handlers = createHandlers(app.core);
    id = app.place(1234).id;
    await app.charge(id, ({ status }) => status === 'pending');
    await app.core.playCustomer(id, 'pay');
    await app.charge(id, ({ status }) => status === 'approved');
    app.till().service.act(id, { type: 'finalized' }, byWindow('ana'));
    app.place(500, 'second-request');
  });
  afterAll(async () => {
    await app.stop();
    folder.remove();
  });

  it('is for managers who have entered, every call of it', async () => {
    const page = { filter: {}, cursor: null, limit: 10 };
    expect(await refusal('manager/day', {})).toBe('manager-needed');
    expect(await refusal('manager/payments', page)).toBe('manager-needed');
    expect(await refusal('manager/payment', { id })).toBe('manager-needed');
    expect(await refusal('manager/filters', {})).toBe('manager-needed');
    expect(await refusal('manager/save-filter', { name: 'a', filter: {} })).toBe('manager-needed');
    expect(await refusal('manager/delete-filter', { name: 'a' })).toBe('manager-needed');
    expect(await refusal('manager/enter', { pin: '4321' })).toBe('answered');
  });

  it('the day: what was sold, by whom, and whose shift it was', async () => {
    const day = await call('manager/day', {});
    expect(day).toMatchObject({ isToday: true, average: 1234, comparison: null, late: [], attention: [] });
    expect(day.totals).toEqual({ count: 2, amount: 1734, paidCount: 1, paid: 1234, refunded: 0, net: 1234 });
    expect(day.byOperator).toMatchObject([{ name: 'Ana', count: 2 }]);
    expect(day.shifts).toMatchObject([{ name: 'Ana', closedAt: null, crossesMidnight: false }]);
  });

  it('the refusal to close the shift names what the view lists as holding it', async () => {
    const reply = await handlers['session/close-shift']({});
    const { unsettled } = toTillView(app.till(), NOTHING_SHOWN);
    expect(unsettled).toMatchObject([
      { charge: { amount: 500 }, why: 'waiting', holdsShift: true, ways: ['cancel', 'wait'] },
    ]);
    const codes = unsettled.map(({ charge }) => charge.shortCode).join(', ');
    expect(reply).toMatchObject({ ok: false, error: { code: 'unsettled-charge', details: { codes } } });
  });

  it('payments: pages, sums and counts by status', async () => {
    const filter = { period: { kind: 'today' as const }, statuses: ['aprovado' as const] };
    const first = await call('manager/payments', { filter, cursor: null, limit: 1 });
    expect(first.rows).toMatchObject([{ id, panel: 'aprovado', operatorName: 'Ana', settled: true }]);
    expect(first).toMatchObject({ nextCursor: null, complete: true, totals: { count: 1, paid: 1234 } });
    expect(first.byStatus).toHaveLength(2);
    const all = await call('manager/payments', { filter: {}, cursor: null, limit: 1 });
    const next = await call('manager/payments', { filter: {}, cursor: all.nextCursor, limit: 1 });
    expect([...all.rows, ...next.rows].map(({ amount }) => amount)).toEqual([500, 1234]);
    const tail = first.rows[0]!.endToEndId!.slice(-5).toLowerCase();
    const found = await call('manager/payments', { filter: { text: tail }, cursor: null, limit: 9 });
    expect(found.rows.map((row) => row.id)).toEqual([id]);
    expect(await refusal('manager/payments', { filter: {}, cursor: 'x', limit: 1 })).toBe('bad-cursor');
  });

  it('a payment: its history, and a refund followed to its end', async () => {
    const marta = app.till().operators.byName('Marta')!;
    app.till().service.refund(id, 'refund-request-1', 234 as never, 'item em falta', byWindow(marta.id));
    await app.charge(id, ({ status }) => status === 'partially_refunded');
    const detail = await call('manager/payment', { id });
    expect(detail).toMatchObject({ panel: 'estorno-parcial', refundable: 1000, refundIsOld: false });
    expect(detail.refunds).toMatchObject([
      { amount: 234, reason: 'item em falta', byName: 'Marta', state: 'done', message: null },
    ]);
    const types = detail.timeline.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['created', 'opened', 'seen', 'finalized', 'refund-done']));
    expect(detail.timeline[0]).toMatchObject({ type: 'created', byMachine: false, amount: 1234 });
    expect(detail.timeline.find(({ type }) => type === 'seen')).toMatchObject({
      byMachine: true,
      word: 'approved',
    });
    expect(await refusal('manager/payment', { id: '00000000000000000000000000' })).toBe('not-found');
  });

  it('filters: saved, replaced, deleted, and what they can be made of', async () => {
    await call('manager/save-filter', { name: 'tarde', filter: { late: true } });
    const { saved } = await call('manager/save-filter', { name: 'tarde', filter: { min: 100 } });
    expect(saved).toEqual([{ name: 'tarde', filter: { min: 100 } }]);
    const { choices, saved: again } = await call('manager/filters', {});
    expect(again).toEqual(saved);
    expect(choices.operators).toMatchObject([{ name: 'Ana' }]);
    expect(choices.stores).toEqual([app.till().settings.get().shopName]);
    expect(choices.tills).toEqual([app.till().settings.get().tillName]);
    expect((await call('manager/delete-filter', { name: 'tarde' })).saved).toEqual([]);
    expect(await refusal('manager/delete-filter', { name: 'tarde' })).toBe('not-found');
  });

  it('tells the stores apart once there is another one', async () => {
    const { shopName, tillName } = app.till().settings.get();
    await app.charge(app.till().ledger.charges.newest()!.id, ({ status }) => status === 'pending');
    app.till().service.act(app.till().ledger.charges.newest()!.id, CANCEL, byWindow('ana'));
    app.till().settings.set({ shopName: 'Filial Norte' }, byWindow('test'));
    const north = app.place(700).id;
    app.till().settings.set({ shopName }, byWindow('test'));
    expect((await call('manager/payment', { id: north })).store).toBe('Filial Norte');
    expect((await call('manager/filters', {})).choices.stores.toSorted()).toEqual(
      ['Filial Norte', shopName].toSorted(),
    );
    const of = async (filter: Input<'manager/payments'>['filter']) =>
      (await call('manager/payments', { filter, cursor: null, limit: 9 })).rows.map(({ amount }) => amount);
    expect(await of({ stores: ['Filial Norte'] })).toEqual([700]);
    expect(await of({ stores: [shopName] })).toEqual([500, 1234]);
    expect(await of({ stores: [shopName, 'Filial Norte'], tills: [tillName] })).toEqual([700, 500, 1234]);
    expect(await of({ tills: ['nowhere', tillName], min: 600 })).toEqual([700, 1234]);
  });

  it('is told when the ledger moves on', async () => {
    const seqs: number[] = [];
    const moved = Promise.withResolvers<void>();
    const stop = app.presenter.sources['manager/shop'].subscribe(({ seq }) => {
      seqs.push(seq);
      if (seqs.length === 2) moved.resolve();
    });
    app.till().ledger.record('manager-left', {}, byWindow('ana'));
    await moved.promise;
    expect(seqs[1]).toBeGreaterThan(seqs[0]!);
    stop();
  });
});
