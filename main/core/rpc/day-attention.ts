import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../shared/domain/charge/settled.ts';
import { verdictOf } from '../../../shared/domain/charge/verdict.ts';
import { DAY } from '../../../shared/kernel/time.ts';
import { createDiaryLog } from '../ledger/diary-log.ts';
import type { Till } from '../till/till.ts';

/** How long a charge stays in the list, ms. A manager reads it also after some days off. */
const STAYS = 7 * DAY;
/** The most refused refunds, and the most unclear ones, that are searched. */
const NEWEST = 50;

/**
 * Returns settled charges that a manager must know of, newest first: a refund that the bank refused or that is unclear, and a
 * settlement without proof that the gateway contradicts. Only those of the last seven days. A dismissed notice does not
 * remove a charge from the list.
 *
 * @param forced ids of the charges that were settled without proof.
 */
export function dayAttention(till: Till, forced: readonly string[]): Charge[] {
  const { charges, db, log } = till.ledger;
  const from = till.clock.now() - STAYS;
  const diary = createDiaryLog(db);
  const refunds = (['refund-refused', 'refund-unclear'] as const).flatMap((type) =>
    diary
      .before(type, Number.MAX_SAFE_INTEGER, NEWEST)
      .filter(({ at, subject }) => at >= from && hasFailedRefund(charges.byId(subject ?? ''))),
  );
  const denied = forced
    .filter((id) => isDenied(charges.byId(id)))
    // The newest event of such a charge is the one that contradicts the settlement, because the charge is at its end.
    .flatMap((id) => log.of(id).at(-1) ?? [])
    .filter(({ at }) => at >= from);
  const newestFirst = [...refunds, ...denied].sort((one, other) => other.seq - one.seq);
  const ids = new Set(newestFirst.map(({ subject }) => subject ?? ''));
  return [...ids].flatMap((id) => charges.byId(id) ?? []);
}

/**
 * True while the refund of a settled charge is refused or unclear. False after the refund was done or requested again, and
 * for a charge that is not settled, which is an open item. An unclear refund can become a refused one.
 */
function hasFailedRefund(charge: Charge | null): boolean {
  const code = charge?.problem?.code;
  return charge !== null && isSettled(charge) && (code === 'refund-refused' || code === 'refund-unclear');
}

/** True for a settled charge whose settlement without proof is contradicted. False once it is finalized. */
function isDenied(charge: Charge | null): boolean {
  return (
    charge !== null &&
    verdictOf(charge) === 'contradicted' &&
    isSettled(charge) &&
    charge.finalizedAt === null
  );
}
