import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeCharge } from '../../../main/core/commands/place-charge.ts';
import { refundCharge } from '../../../main/core/commands/refund.ts';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import { finalizeCharge } from '../../../main/core/commands/charge.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { byWindow, viaClient } from '../../../shared/domain/ledger-event/by.ts';
import { ACTORS } from '../../../shared/domain/people/actors.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';
import { expectMode } from '../../support/windows/not-on-windows.ts';

const CPF = '529.982.247-25';
const REFERENCE = `Maria ${CPF}`;

/** What a manager does for a person who asks about their data, against a real core. */
describe('the data of one charge', () => {
  const folder = temporaryFolder();
  let app: TestCore;
  let call: ReturnType<typeof createHandlers>;

  beforeAll(async () => {
    app = await startTestCore(folder.path);
    call = createHandlers(app.core);
  });
  afterAll(async () => {
    await app.stop();
    folder.remove();
  });

  const fromSoftware = async (requestId: string): Promise<Charge> => {
    const by = { actor: ACTORS.api, via: viaClient('api', 'ERP-X') };
    const order = { requestId, amount: 1234, reference: REFERENCE, description: 'vestido de noiva' };
    const placed = placeCharge(app.till(), by, order);
    if (!placed.ok) throw new Error(placed.error.code);
    return app.charge(placed.value.charge.id, ({ status }) => status === 'pending');
  };
  const paid = async (requestId: string): Promise<string> => {
    const { id } = await fromSoftware(requestId);
    await app.core.playCustomer(id, 'pay');
    await app.charge(id, ({ status }) => status === 'approved');
    finalizeCharge(app.till(), byWindow('ana'), id);
    return id;
  };
  const token = async (name: string): Promise<string> => {
    const allowed = await call['report/allow-file']({ path: join(folder.path, name), format: 'json' });
    if (!allowed.ok) throw new Error(allowed.error.code);
    return allowed.value.file;
  };

  let id: string;

  it('shows a CPF masked on the screens, warns, and finds the charge by it all the same', async () => {
    id = await paid('request-cpf-1');
    expect(await call['manager/payment']({ id })).toMatchObject({ error: { code: 'manager-needed' } });
    await call['manager/enter']({ pin: '4321' });
    const detail = await call['manager/payment']({ id });
    expect(detail).toMatchObject({
      value: { hasCpf: true, textsErased: null, charge: { reference: 'Maria ***.982.247-**' } },
    });
    const list = await call['manager/payments']({ filter: { text: REFERENCE }, cursor: null, limit: 5 });
    expect(list).toMatchObject({ value: { rows: [{ id, reference: 'Maria ***.982.247-**' }] } });
    expect(JSON.stringify([detail, list, app.logs])).not.toContain(CPF);
  });

  it('is a file with everything, for its owner alone', async () => {
    const file = await token('maria.json');
    expect(await call['manager/export-charge']({ id, file, replace: false })).toMatchObject({ ok: true });
    const path = join(folder.path, 'maria.json');
    expectMode(path, 0o600);
    const data = JSON.parse(readFileSync(path, 'utf8')) as { charges: [{ events: object[] }] };
    expect(data.charges).toMatchObject([
      {
        id,
        reference: REFERENCE,
        description: 'vestido de noiva',
        paidAmount: 1234,
        operatorName: 'Sistema da loja',
      },
    ]);
    expect(data.charges[0].events[0]).toMatchObject({ type: 'created', body: { reference: REFERENCE } });
    // Used once.
    expect(await call['manager/export-charge']({ id, file, replace: true })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('does not replace a file without a word, and a token of a report opens none', async () => {
    const file = await token('maria.json');
    expect(await call['manager/export-charge']({ id, file, replace: false })).toMatchObject({
      error: { code: 'exists' },
    });
    expect(await call['manager/export-charge']({ id, file, replace: true })).toMatchObject({ ok: true });
    const csv = await call['report/allow-file']({ path: join(folder.path, 'x.csv'), format: 'csv' });
    const other = csv.ok ? csv.value.file : '';
    expect(await call['manager/export-charge']({ id, file: other, replace: false })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(existsSync(join(folder.path, 'x.csv'))).toBe(false);
    const json = await token('y.json');
    expect(await call['report/start']({ file: json, filter: {}, replace: false })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('is erased by a manager with a PIN, not while the charge goes on, and the diary says who', async () => {
    const erase = (of: string, pin = '4321') => call['manager/erase-texts']({ id: of, pin });
    const going = await fromSoftware('request-cpf-2');
    expect(await erase(going.id, '9999')).toMatchObject({ error: { code: 'not-settled' } });
    await call['manager/cancel']({ id: going.id });
    await app.charge(going.id, ({ status }) => status === 'cancelled');
    expect(await erase(id, '9999')).toMatchObject({ error: { code: 'wrong-pin' } });
    expect(await erase(id)).toMatchObject({ ok: true, value: { reference: null } });
    expect(await erase(id)).toMatchObject({ error: { code: 'nothing-to-erase' } });
    expect(await call['manager/payment']({ id })).toMatchObject({
      value: { hasCpf: false, description: null, textsErased: { byName: 'Marta' } },
    });
    const diary = await call['diary/list']({ cursor: null, limit: 50, kinds: ['texts-erased'] });
    expect(diary).toMatchObject({ value: { items: [{ chargeId: id, actorName: 'Marta' }] } });
    expect(JSON.stringify(diary)).not.toContain('Maria');
    const list = await call['manager/payments']({ filter: { text: REFERENCE }, cursor: null, limit: 5 });
    expect(list).toMatchObject({ value: { rows: [{ id: going.id }] } });
  });

  it('can be refunded after that, and the new reason is kept', async () => {
    const marta = app.till().operators.byName('Marta')!;
    const order = { id, requestId: 'request-refund', amount: 1234, reason: 'troca', secondBy: null };
    expect(refundCharge(app.till(), byWindow(marta.id), order)).toMatchObject({ ok: true });
    await app.charge(id, ({ status }) => status === 'refunded');
    expect(await call['manager/payment']({ id })).toMatchObject({
      value: { refunds: [{ reason: 'troca' }] },
    });
  });
});
