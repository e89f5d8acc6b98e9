import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../shared/domain/charge/settled.ts';
import { verdictOf } from '../../../shared/domain/charge/verdict.ts';
import { DAY } from '../../../shared/kernel/time.ts';
import { createDiaryLog } from '../ledger/diary-log.ts';
import type { Till } from '../till/till.ts';

/** How long what nobody can settle any more stays on the day, ms: a manager who had days off reads it too. */
const STAYS = 7 * DAY;
/** Refused and unclear refunds that are looked through, of each kind. */
const NEWEST = 50;

/**
 * Charges that hold nothing up, and that a manager must know of: a refund of a finished sale that the bank refused or that
 * is unclear, and a settlement without proof that the gateway contradicts. Those of the last seven days, newest first. A
 * dismissed notice changes nothing here.
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
      .filter(({ at, subject }) => at >= from && stillSays(charges.byId(subject ?? ''))),
  );
  const denied = forced
    .filter((id) => isDenied(charges.byId(id)))
    // What was learned last is what denied it: such a charge is at its end.
    .flatMap((id) => log.of(id).at(-1) ?? [])
    .filter(({ at }) => at >= from);
  const newestFirst = [...refunds, ...denied].sort((one, other) => other.seq - one.seq);
  const ids = new Set(newestFirst.map(({ subject }) => subject ?? ''));
  return [...ids].flatMap((id) => charges.byId(id) ?? []);
}

/**
 * False for a charge that is not settled, which is in a list of its own, and after the refund was made or asked for again.
 * An unclear refund can prove to have been refused.
 */
function stillSays(charge: Charge | null): boolean {
  const code = charge?.problem?.code;
  return charge !== null && isSettled(charge) && (code === 'refund-refused' || code === 'refund-unclear');
}

/** Finalized since: somebody has answered for the money. */
function isDenied(charge: Charge | null): boolean {
  return (
    charge !== null &&
    verdictOf(charge) === 'contradicted' &&
    isSettled(charge) &&
    charge.finalizedAt === null
  );
}
