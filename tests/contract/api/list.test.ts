import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../support/api/start-test-api.ts';

/** Seven charges, all cancelled but the last, which waits. */
describe('lists of charges and the report of a day', () => {
  let till: TestApi;
  const ids: string[] = [];
  const orders = [
    { amount: 100 },
    { amount: 200, wallet: 'picpay' },
    { amount: 300, reference: 'PDV 3' },
    { amount: 400, wallet: 'picpay', reference: 'PDV 4' },
    { amount: 500 },
    { amount: 600, wallet: 'mercadopago' },
    { amount: 700, reference: 'PDV 3' },
  ];
  const list = async (query: string) => {
    const answer = await till.get(`/v1/charges?${query}`);
    expect(answer.status, JSON.stringify(answer.json)).toBe(200);
    const items = answer.json['items'] as { id: string; amount: number }[];
    const nextCursor = answer.json['nextCursor'] as string | null;
    return { ...answer.json, items, nextCursor, amounts: items.map(({ amount }) => amount) };
  };

  beforeAll(async () => {
    till = await startTestApi();
    for (const { amount, ...more } of orders) {
      const id = await till.charge(amount, more);
      ids.push(id);
      if (amount < 700) await till.cancel(id);
      else await till.until(id, 'pending');
    }
  });
  afterAll(() => till.stop());

  it('lists the newest first, each as it is on its own, with the sums of all', async () => {
    const { items, amounts, ...rest } = await list('');
    expect(amounts).toEqual([700, 600, 500, 400, 300, 200, 100]);
    expect(items[0]).toEqual((await till.get(`/v1/charges/${ids[6]}`)).json);
    expect(rest).toMatchObject({
      nextCursor: null,
      totals: { count: 7, amount: 2800, paidCount: 0, paid: 0, refunded: 0, net: 0 },
    });
  });

  it('gives pages that leave nothing out and repeat nothing, with the same sums on each', async () => {
    const amounts: number[] = [];
    let cursor: string | null = '';
    for (let pages = 1; cursor !== null; pages += 1) {
      const page = await list(`limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
      amounts.push(...page.amounts);
      cursor = page.nextCursor;
      expect(page).toMatchObject({ totals: { count: 7, amount: 2800 } });
      expect(pages).toBeLessThanOrEqual(3);
    }
    expect(amounts).toEqual([700, 600, 500, 400, 300, 200, 100]);
  });

  it.each([
    ['status=pending', [700]],
    ['status=cancelled&limit=2', [600, 500]],
    ['status=pending,cancelled&wallet=mercadopago', [600]],
    ['status=pending&status=cancelled&min=600', [700, 600]],
    ['status=refunded', []],
    ['wallet=picpay', [400, 200]],
    ['wallet=picpay,mercadopago', [600, 400, 200]],
    ['wallet=nenhuma', []],
    ['min=300&max=500', [500, 400, 300]],
    ['reference=PDV%203', [700, 300]],
    ['reference=PDV', []],
    ['reference=%27%20OR%201%3D1', []],
    ['from=2000-01-01&to=2000-12-31', []],
    ['from=2000-01-01&to=9999-12-31&max=100', [100]],
    ['from=0001-01-01&max=100', [100]],
    ['from=2000-01-01T00:00:00Z&max=100', [100]],
    ['to=2000-01-01T00:00:00-03:00', []],
    ['date=2000-01-01', []],
  ])('finds %s', async (query, wanted) => {
    expect((await list(query)).amounts).toEqual(wanted);
  });

  it('finds by the day of the store and by the instant, the end not included', async () => {
    const middle = (await till.get(`/v1/charges/${ids[3]}`)).json;
    const at = String(middle['createdAt']);
    expect((await list(`to=${at}`)).amounts).toEqual([300, 200, 100]);
    expect((await list(`from=${at}`)).amounts).toEqual([700, 600, 500, 400]);
    const day = till.app.till().ledger.charges.byId(ids[3]!)!.businessDay;
    expect((await list(`date=${day}&limit=500`)).amounts).toHaveLength(7);
    expect((await list(`from=${day}&to=${day}`)).amounts).toHaveLength(7);
  });

  it.each([
    'limit=0',
    'limit=501',
    'limit=x',
    'cursor=abc',
    'status=paid',
    'status=',
    'date=2026-02-30',
    'date=hoje',
    'from=yesterday',
    'from=2026-02-30T00:00:00Z',
    'min=-1',
    'max=1.5',
    'colour=red',
  ])('refuses %s and names the parameter', async (query) => {
    const answer = await till.get(`/v1/charges?${query}`);
    expect([answer.status, answer.json['code']]).toEqual([400, 'invalid_request']);
    expect(answer.json['field']).toBe(query.split('=')[0]);
  });

  it('reports the day', async () => {
    const { json, status } = await till.get('/v1/reports/day');
    expect(status).toBe(200);
    const empty = { paidCount: 0, paid: 0, refunded: 0, net: 0 };
    expect(json).toMatchObject({
      date: till.app.till().ledger.charges.byId(ids[0]!)!.businessDay,
      zone: 'America/Sao_Paulo',
      totals: { count: 7, amount: 2800, ...empty },
      byTill: [{ till: 'Caixa 1', count: 7, amount: 2800, ...empty }],
    });
    const of = (name: string) => json[name] as { count: number; amount: number }[];
    expect(of('byStatus')).toContainEqual({ status: 'cancelled', count: 6, amount: 2100, ...empty });
    expect(of('byStatus')).toContainEqual({ status: 'pending', count: 1, amount: 700, ...empty });
    expect(of('byWallet')).toContainEqual({ wallet: 'picpay', count: 2, amount: 600, ...empty });
    for (const name of ['byStatus', 'byWallet', 'byHour', 'byTill'])
      expect(
        of(name).reduce((sum, { amount }) => sum + amount, 0),
        name,
      ).toBe(2800);
  });

  it('reports a day without sales, and refuses what is no day', async () => {
    const empty = await till.get('/v1/reports/day?date=2001-02-03');
    expect(empty.json).toMatchObject({ date: '2001-02-03', totals: { count: 0, amount: 0 }, byHour: [] });
    expect((await till.get('/v1/reports/day?date=ontem')).status).toBe(400);
  });
});

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

describe('the till and its wallets', () => {
  let till: TestApi;
  beforeAll(async () => {
    till = await startTestApi();
  });
  afterAll(() => till.stop());

  it('says how it is', async () => {
    const { status, json } = await till.get('/v1/status');
    expect(status).toBe(200);
    expect(json).toEqual({
      version: '1.2.3',
      mode: 'training',
      till: 'Caixa 1',
      tillId: expect.stringMatching(ULID) as string,
      storeId: expect.stringMatching(ULID) as string,
      client: null,
      gateway: { online: true, lastContactAt: expect.stringMatching(/Z$/) as string },
      queue: { depth: 0, oldestAt: null },
      unsettled: [],
      printer: null,
      shift: null,
      trainingPhoneUrl: expect.stringMatching(
        /^http:\/\/127\.0\.0\.1:\d+\/training\/phone\?token=/,
      ) as string,
    });
    const id = await till.charge(100);
    expect((await till.get('/v1/status')).json['unsettled']).toEqual([id]);
    const { tillId, storeId } = json;
    expect((await till.get(`/v1/charges/${id}`)).json).toMatchObject({ till: 'Caixa 1', tillId, storeId });
    expect((await till.get('/v1/charges')).json).toMatchObject({ items: [{ id, tillId, storeId }] });
    expect((await till.get('/v1/reports/day')).json).toMatchObject({ tillId, storeId });
  });

  it('lists each active wallet once, the one of a charge that names none marked', async () => {
    const { json } = await till.get('/v1/wallets');
    const wallets = json as unknown as { wallet: string; default: boolean; minimum: number }[];
    expect(wallets.map(({ wallet }) => wallet)).toEqual(['pix', 'mercadopago', 'picpay', 'shipay-pagador']);
    expect(wallets.filter((each) => each.default)).toEqual([
      { wallet: 'pix', name: expect.stringMatching(/Pix/) as string, minimum: 1, default: true },
    ]);
  });
});
