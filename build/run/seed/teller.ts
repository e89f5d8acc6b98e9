import { businessDay } from '../../../shared/domain/business-day/business-day.ts';
import type { ChargeEvent, RemoteWord } from '../../../shared/domain/charge/event.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { MINUTE, SECOND, epochMs, type EpochMs } from '../../../shared/kernel/time.ts';
import { ulid } from '../../../shared/kernel/ulid.ts';
import { orderRef } from '../../../main/core/charges/charge-service.ts';
import type { Ledger } from '../../../main/core/ledger/ledger.ts';
import { orderUuid, paymentId, qrText } from './payment-texts.ts';
import type { Sale } from './sale.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { BY_MACHINE, byWindow, type By } from '../../../shared/domain/ledger-event/by.ts';

/** The till and the person of a sale. */
export interface Counter {
  readonly till: string;
  readonly zone: string;
  readonly shiftId: string;
  readonly operator: string;
  readonly manager: string;
}

/** The clock of the invented shop. It changes only by calls. */
export interface ShopClock {
  now(): EpochMs;
  pass(ms: number): void;
}

/** The acts of one sale. Each takes its time and writes the events that the till would write. */
export interface Teller {
  open(attempt: number): void;
  refuse(): void;
  /** The first order gets no answer, and a second one is created. */
  lose(): void;
  pay(attempt: number): void;
  finalize(): void;
  giveUp(cause: 'operator' | 'time-limit'): void;
  refund(amount: number, reason: string): void;
  orphanAbsent(): void;
}

export const TIME_LIMIT = 5 * MINUTE;

/** Begins a sale. Its charge exists when this returns. */
export function beginSale(
  sale: Sale,
  at: Counter,
  ledger: Ledger,
  clock: ShopClock,
  random: SeededRandom,
): Teller {
  const id = ulid(clock.now(), random);
  const orderId = orderUuid(random);
  let version = 0;

  const write = (event: ChargeEvent, by: By = BY_MACHINE): void => {
    const applied = ledger.apply(id, event, by);
    if (!applied.ok) throw new Error(`${event.type} does not apply to a ${sale.fate} sale: ${applied.error}`);
    version = applied.value.charge.version;
  };
  const wait = (least: number, most: number): void => clock.pass(random.between(least, most));
  const see = (word: RemoteWord, attempt: number): void => {
    const isPaid = word === 'approved';
    const paidAmount = isPaid ? sale.amount : null;
    const endToEndId = isPaid ? paymentId(sale, clock.now(), random) : null;
    write({ type: 'seen', attempt, askedAt: version, word, rawWord: word, paidAmount, endToEndId });
  };

  write(creation(id, sale, at, clock.now()), byWindow(at.operator));
  return {
    open(attempt) {
      wait(180, 900);
      const deadlineAt = epochMs(clock.now() + TIME_LIMIT);
      const brCode = qrText(sale, orderId);
      write({ type: 'opened', attempt, orderId, family: 'order', brCode, deadlineAt, mismatch: null });
    },
    refuse() {
      wait(180, 900);
      write({ type: 'refused', attempt: 1, message: 'Wallet is not available' });
    },
    lose() {
      clock.pass(15 * SECOND);
      write({ type: 'attempt-lost', attempt: 1, detail: 'no-answer' });
      write({ type: 'attempt-started', orderRef: orderRef(id, 2), family: 'order' });
    },
    pay(attempt) {
      wait(9 * SECOND, 55 * SECOND);
      see('approved', attempt);
    },
    finalize() {
      wait(SECOND, 8 * SECOND);
      write({ type: 'finalized' }, byWindow(at.operator));
    },
    giveUp(cause) {
      const by = cause === 'operator' ? byWindow(at.operator) : BY_MACHINE;
      write({ type: 'given-up', cause, reason: null }, by);
      wait(200, 1_500);
      see('cancelled', 1);
    },
    refund(amount, reason) {
      const refundId = `seed-${id}`;
      wait(30 * SECOND, 4 * MINUTE);
      write({ type: 'refund-requested', refundId, amount: centavos(amount), reason }, byWindow(at.manager));
      wait(400, 2_000);
      write({ type: 'refund-done', refundId });
    },
    orphanAbsent() {
      clock.pass(3 * MINUTE);
      write({ type: 'orphan-absent', attempt: 1 });
    },
  };
}

function creation(id: string, sale: Sale, at: Counter, now: EpochMs): ChargeEvent {
  return {
    type: 'created',
    id,
    requestId: `seed-${id}`,
    reference: sale.reference,
    description: null,
    till: at.till,
    operator: at.operator,
    shiftId: at.shiftId,
    businessDay: businessDay(now, at.zone),
    amount: sale.amount,
    wallet: sale.wallet.wallet,
    pixDictKey: sale.wallet.pixDictKey,
    timeLimitMs: TIME_LIMIT,
    orderRef: orderRef(id, 1),
    family: 'order',
  };
}
