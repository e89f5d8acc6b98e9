import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../support/api/start-test-api.ts';

/** Ana is the cashier of training, Marta its manager. */
describe('the shift', () => {
  let till: TestApi;
  const shift = (verb: 'open' | 'close', operator: unknown, pin?: unknown) =>
    till.post(`/v1/shift/${verb}`, { operator, pin });
  const current = async () => (await till.get('/v1/status')).json['shift'];

  beforeAll(async () => {
    till = await startTestApi();
  });
  afterAll(() => till.stop());

  it('is closed only if it was opened', async () => {
    const answer = await shift('close', 'Ana', '1234');
    expect([answer.status, answer.json['code']]).toEqual([409, 'no_shift']);
  });

  it('opens by itself for the first charge of nobody', async () => {
    expect(await current()).toBeNull();
    const refused = await till.post('/v1/charges', { requestId: 'too-small-1', amount: 0 });
    expect(refused.status).toBe(422);
    expect(await current(), 'not for a charge that was refused').toBeNull();
    const id = await till.charge(100);
    expect(await current()).toMatchObject({ operator: 'api', operatorId: 'api', closedAt: null });
    await till.cancel(id);
  });

  it('opens for a person by name or id, and gives them the charges', async () => {
    const opened = await shift('open', 'ana', '1234');
    expect(opened.status).toBe(200);
    expect(opened.json).toMatchObject({ operator: 'Ana', closedAt: null });
    const again = await shift('open', opened.json['operatorId'], '1234');
    expect([again.status, again.json['id']]).toEqual([200, opened.json['id']]);
    expect(await current()).toEqual(opened.json);
    const id = await till.charge(100);
    expect(till.app.till().ledger.charges.byId(id)?.shiftId).toBe(opened.json['id']);
    await till.cancel(id);
  });

  it.each([
    ['Ana', '0000', 403, 'pin_required'],
    ['Ana', undefined, 403, 'pin_required'],
    ['Ninguém', '0000', 403, 'pin_required'],
    ['', '1234', 400, 'invalid_request'],
    [undefined, '1234', 400, 'invalid_request'],
  ])('refuses %j with the PIN %j', async (operator, pin, status, code) => {
    const answer = await shift('open', operator, pin);
    expect([answer.status, answer.json['code']]).toEqual([status, code]);
  });

  it('is one person’s at a time', async () => {
    const answer = await shift('open', 'Marta', '4321');
    expect([answer.status, answer.json['code']]).toEqual([409, 'shift_of_another']);
    expect(answer.json['shift']).toMatchObject({ operator: 'Ana' });
  });

  it('does not close over a charge that is not resolved, and names it', async () => {
    const id = await till.charge(250, { reference: 'PDV 1' });
    await till.until(id, 'pending');
    const answer = await shift('close', 'Ana', '1234');
    expect([answer.status, answer.json['code'], answer.json['chargeId']]).toEqual([
      409,
      'unsettled_charge',
      id,
    ]);
    expect(answer.json['culprits']).toEqual([
      { id, status: 'pending', amount: 250, reference: 'PDV 1', createdAt: expect.any(String) as string },
    ]);
    await till.cancel(id);
  });

  it('closes for its owner, and anybody’s for a manager', async () => {
    const closed = await shift('close', 'Ana', '1234');
    expect(closed.status).toBe(200);
    expect(closed.json['closedAt']).toEqual(expect.any(String));
    expect(await current()).toBeNull();
    await shift('open', 'Ana', '1234');
    expect((await shift('close', 'Marta', '4321')).json).toMatchObject({ operator: 'Ana' });
    await shift('open', 'Marta', '4321');
    const answer = await shift('close', 'Ana', '1234');
    expect([answer.status, answer.json['code']], 'but not for a cashier').toEqual([409, 'shift_of_another']);
    expect((await shift('close', 'Marta', '4321')).status).toBe(200);
  });

  it('knows a manager by the PIN, whatever they sign with', async () => {
    const opened = await shift('open', 'gerência', '4321');
    expect(opened.json).toMatchObject({ operator: 'Marta' });
    await shift('close', 'Marta', '4321');
  });
});
