import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../shared/domain/charge/charge.ts';
import { verdictOf } from '../../../shared/domain/charge/verdict.ts';
import { DAY } from '../../../shared/kernel/time.ts';
import { createDiaryLog } from '../ledger/diary-log.ts';
import type { Till } from '../till.ts';

/** How long what nobody can settle any more stays on the day, ms: a manager who had days off reads it too. */
const STAYS = 7 * DAY;
/** Refused and unclear returns that are looked through, of each kind. */
const NEWEST = 50;

/**
 * Charges that hold nothing up, and that a manager must know of: a return of a finished sale that the bank refused or that
 * nobody can tell of, and a settlement without proof that the gateway denies. What came in the last seven days, newest
 * first. A notice that somebody dismissed changes nothing here.
 *
 * @param forced ids of the charges that were settled without proof.
 */
export function dayAttention(till: Till, forced: readonly string[]): Charge[] {
  const { charges, db, log } = till.ledger;
  const from = till.clock.now() - STAYS;
  const diary = createDiaryLog(db);
  const returns = (['refund-refused', 'refund-unclear'] as const).flatMap((type) =>
    diary
      .before(type, Number.MAX_SAFE_INTEGER, NEWEST)
      .filter(({ at, subject }) => at >= from && stillSays(charges.byId(subject ?? ''), type)),
  );
  const denied = forced
    .filter((id) => isDenied(charges.byId(id)))
    // What was learned last is what denied it: such a charge is at its end.
    .flatMap((id) => log.of(id).at(-1) ?? [])
    .filter(({ at }) => at >= from);
  const newestFirst = [...returns, ...denied].sort((one, other) => other.seq - one.seq);
  const ids = new Set(newestFirst.map(({ subject }) => subject ?? ''));
  return [...ids].flatMap((id) => charges.byId(id) ?? []);
}

/** What is not settled stands in the list of those, with its reason; another return was asked for since, or it came. */
function stillSays(charge: Charge | null, code: 'refund-refused' | 'refund-unclear'): boolean {
  return charge !== null && isSettled(charge) && charge.problem?.code === code;
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
