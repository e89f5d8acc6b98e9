import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

describe('a refund is asked for once', () => {
  const folder = temporaryFolder();
  let app: TestCore;
  let id: string;
  const refund = (requestId: string, amount: number) =>
    app.till().service.refund(id, requestId, centavos(amount), null, byWindow('marta'));

  beforeAll(async () => {
    app = await startTestCore(folder.path);
    id = app.place(1000).id;
    await app.charge(id, ({ status }) => status === 'pending');
    expect(refund('too-early-1', 100), 'nothing was paid').toEqual({ ok: false, error: 'not-applicable' });
    await app.core.playCustomer(id, 'pay');
    await app.charge(id, ({ status }) => status === 'approved');
    app.till().service.act(id, { type: 'finalized' }, byWindow('ana'));
  });
  afterAll(async () => {
    await app.stop();
    folder.remove();
  });

  it('answers a repeated request with the charge, long after the money went back', async () => {
    expect(refund('refund-0001', 300).ok).toBe(true);
    await app.charge(id, ({ status }) => status === 'partially_refunded');
    const again = refund('refund-0001', 300);
    expect(again.ok && again.value).toMatchObject({ status: 'partially_refunded', refundedAmount: 300 });
    const asked = app.till().ledger.log.of(id);
    expect(asked.filter(({ type }) => type === 'refund-requested')).toHaveLength(1);
  });

  it('is not taken from a window without a reason', () => {
    const { input } = contract['charge/refund'];
    const asked = { id, requestId: 'refund-0003', amount: 100, pin: '4321' };
    for (const reason of [undefined, '', '   ', 'x'.repeat(201)])
      expect(input.safeParse({ ...asked, reason }).success, String(reason)).toBe(false);
    // One rule for every door: the local API takes 1 to 200 characters.
    expect(input.parse({ ...asked, reason: ' x ' }).reason).toBe('x');
  });

  it('refuses the same request with another amount, and more than is left', () => {
    expect(refund('refund-0001', 301)).toEqual({ ok: false, error: 'request-id-reused' });
    expect(refund('refund-0002', 701)).toEqual({ ok: false, error: 'exceeds-refundable' });
  });
});
