import { expect, it } from 'vitest';
import { refundsAskedOn } from '../../../main/core/ledger/diary-log.ts';
import { BY_MACHINE } from '../../../shared/domain/ledger-event/by.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';
import { memoryLedger } from './setup-ledger.ts';

it('sums the refunds that were asked for on a day, without those that the bank refused', () => {
  const clock = createVirtualClock();
  const { db, log } = memoryLedger(clock);
  const put = (businessDay: string, type: string, refundId: string, amount = 0): void =>
    void log.append({
      at: clock.now(),
      businessDay,
      ...BY_MACHINE,
      subject: 'c1',
      type,
      body: type === 'refund-requested' ? { refundId, amount, reason: 'troca' } : { refundId, message: '' },
    });
  put('2026-03-01', 'refund-requested', 'r0', 1);
  put('2026-03-02', 'refund-requested', 'r1', 20);
  put('2026-03-02', 'refund-requested', 'r2', 300);
  put('2026-03-02', 'refund-refused', 'r2');
  put('2026-03-02', 'refund-requested', 'r3', 4_000);
  put('2026-03-02', 'refund-unclear', 'r3');
  expect(refundsAskedOn(db, '2026-03-02')).toBe(4_020);
  expect(refundsAskedOn(db, '2026-03-01')).toBe(1);
  expect(refundsAskedOn(db, '2026-03-03')).toBe(0);
  // More than are read at a time.
  for (let no = 0; no < 450; no++) put('2026-03-03', 'refund-requested', `more-${no}`, 1);
  expect(refundsAskedOn(db, '2026-03-03')).toBe(450);
});
