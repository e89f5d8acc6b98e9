import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

describe('the main job, through the real core and the real training gateway', () => {
  const folder = temporaryFolder();
  let app: TestCore;
  beforeEach(async () => {
    app = await startTestCore(folder.path);
  });
  afterEach(async () => {
    await app.stop();
  });

  it('charges, shows a QR that says what was typed, is paid, and is finalized', async () => {
    const { id } = app.place(2590);
    const pending = await app.charge(id, ({ status }) => status === 'pending');
    expect(pending.brCode).toMatch(/^000201.*540525\.90/);
    expect(await app.core.playCustomer(id, 'pay')).toBe('done');
    const approved = await app.charge(id, ({ status }) => status === 'approved');
    expect(approved).toMatchObject({ paidAmount: 2590, late: false, problem: null });
    expect(approved.endToEndId).toMatch(/^E/);
    const ana = app.till().shifts.open()!.operatorId;
    const finalized = app.till().service.act(id, { type: 'finalized' }, byWindow(ana));
    expect(finalized.ok && finalized.value.finalizedAt).toBeTruthy();
    expect(app.till().ledger.log.firstBroken()).toBeNull();
  });

  it('cancels: the gateway confirms, and the charge is watched', async () => {
    const { id } = app.place(800);
    await app.charge(id, ({ status }) => status === 'pending');
    const given = app
      .till()
      .service.act(id, { type: 'given-up', cause: 'operator', reason: null }, byWindow('ana'));
    expect(given.ok && given.value.status).toBe('cancelling');
    await app.charge(id, ({ status }) => status === 'cancelled');
    expect(
      app
        .till()
        .ledger.jobs.of(id)
        .map(({ kind }) => kind),
    ).toEqual(['watch']);
  });

  it('finds a payment of another amount and does not call it paid', async () => {
    const { id } = app.place(1000);
    await app.charge(id, ({ status }) => status === 'pending');
    await app.core.playCustomer(id, 'pay-other-amount');
    const charge = await app.charge(id, ({ status }) => status === 'approved');
    expect(charge.problem?.code).toBe('paid-other-amount');
    app.till().service.act(id, { type: 'finalized' }, byWindow('ana'));
  });
});
