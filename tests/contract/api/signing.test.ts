import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addOperator } from '../../../main/core/commands/people.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { freshRequestId, startTestApi, type TestApi } from '../../support/api/start-test-api.ts';

/** Marta (4321) is the manager of training. Rui (802513) is another. */
describe('who signs a refund of the API', () => {
  let till: TestApi;
  let id: string;
  const refund = (body: object) =>
    till.post(`/v1/charges/${id}/refunds`, {
      requestId: freshRequestId(),
      amount: 100,
      reason: 'troca',
      ...body,
    });
  const coded = ({ status, json }: Awaited<ReturnType<typeof refund>>) => [status, json['code']];
  const people = () => till.app.till().operators;
  const hireRui = () =>
    addOperator(till.app.till(), byWindow('test'), { name: 'Rui', role: 'manager', pin: '802513' });
  const asked = () =>
    till.app
      .till()
      .ledger.log.of(id)
      .findLast(({ type }) => type === 'refund-requested');

  beforeEach(async () => {
    till = await startTestApi();
    id = await till.charge(2590);
    await till.until(id, 'pending');
    await till.app.core.playCustomer(id, 'pay');
    await till.until(id, 'approved');
  });
  afterEach(() => till.stop());

  it('makes a guesser wait, and says how long', async () => {
    const guess = () => refund({ pin: '9999' });
    const answers = [await guess(), await guess(), await guess(), await guess()];
    expect(answers.map(coded)).toEqual([
      [403, 'pin_required'],
      [403, 'pin_required'],
      [403, 'pin_required'],
      [429, 'too_many_pin_failures'],
    ]);
    expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await refund({ pin: '4321' })).status, 'the right PIN waits too').toBe(429);
  });

  it('needs no name, also with several managers, and a guess then counts for nobody', async () => {
    await hireRui();
    for (let time = 0; time < 3; time++) expect(coded(await refund({ pin: '999999' }))[0]).toBe(403);
    expect((await refund({ pin: '4321' })).status, 'without a name all wait').toBe(429);
    const marta = people().byName('Marta')?.id ?? '';
    expect(await people().check(marta, '4321', { channel: 'window' })).toMatchObject({ ok: true });
    expect((await refund({ operator: 'Rui', pin: '802513' })).status).toBe(202);
    expect(asked()?.actor).toBe(people().byName('Rui')?.id);
  });

  it('takes the PIN of the manager who is named, and no other', async () => {
    await hireRui();
    expect(coded(await refund({ operator: 'Rui', pin: '4321' }))).toEqual([403, 'pin_required']);
    expect(coded(await refund({ operator: 'Ana', pin: '1234' }))).toEqual([403, 'pin_required']);
    expect((await refund({ operator: 'marta', pin: '4321' })).status).toBe(202);
    expect(asked()?.actor).toBe(people().byName('Marta')?.id);
  });

  it('is another manager too, above the limit of a refund or of a day', async () => {
    await hireRui();
    const limit = { refundLimit: centavos(500), refundDayLimit: centavos(700) };
    till.app.till().settings.set(limit, byWindow('test'));
    const seq = till.app.till().ledger.log.head().seq;
    const above = { operator: 'Marta', pin: '4321', amount: 501 };
    expect(coded(await refund(above))).toEqual([403, 'second_manager_needed']);
    expect(till.app.till().ledger.log.head().seq, 'and no PIN was checked').toBe(seq);
    const twice = { ...above, secondOperator: 'Marta', secondPin: '4321' };
    expect(coded(await refund(twice)), 'not the same person').toEqual([403, 'pin_required']);
    const both = { ...above, requestId: freshRequestId(), secondOperator: 'Rui', secondPin: '802513' };
    expect((await refund(both)).status).toBe(202);
    expect(asked()?.body).toMatchObject({ secondBy: people().byName('Rui')?.id });
    await till.until(id, 'partially_refunded');
    expect((await refund({ ...above, requestId: both.requestId })).status, 'no new refund').toBe(202);
    expect(coded(await refund({ operator: 'Marta', pin: '4321', amount: 200 }))).toEqual([
      403,
      'second_manager_needed',
    ]);
    expect((await refund({ operator: 'Marta', pin: '4321', amount: 199 })).status).toBe(202);
  });
});
