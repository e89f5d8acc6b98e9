import type { Charge } from '../charge/charge.ts';
import { STORED_STATUSES, storedStatusOf, type StoredStatus } from '../charge/stored-status.ts';

/** How many, and how much in total, in centavos. */
export interface Sum {
  readonly count: number;
  readonly total: number;
}

/** The figures of a shift. `ClosingView` of the contract says what each part means. */
export interface ShiftFigures {
  readonly charges: Sum;
  readonly received: Sum;
  readonly refunds: Sum;
  readonly late: Sum;
  readonly forced: Sum;
  readonly earlierReceived: Sum;
  readonly earlierRefunds: Sum;
  readonly byStatus: readonly (Sum & { readonly status: StoredStatus })[];
  readonly byWallet: readonly { readonly wallet: string; readonly received: Sum; readonly refunds: Sum }[];
  readonly firstChargeId: string | null;
  readonly lastChargeId: string | null;
}

interface Count {
  count: number;
  total: number;
}

/** Adds up the figures of a shift. */
export interface Tally {
  /** Adds one event of a charge within the shift. `before` is null if the event created the charge. */
  addEvent(before: Charge | null, after: Charge): void;
  /** Adds the state of a charge at the closing, after its events. `isOwn`: the charge was created in this shift. */
  addClosingState(charge: Charge, isOwn: boolean): void;
  /** Returns the figures. */
  figures(): ShiftFigures;
}

/** Creates a tally. The caller adds the charges in any order: for each its events in order, then its state at the closing. */
export function createTally(): Tally {
  const zero = (): Count => ({ count: 0, total: 0 });
  const sums = {
    charges: zero(),
    received: zero(),
    refunds: zero(),
    late: zero(),
    forced: zero(),
    earlierReceived: zero(),
    earlierRefunds: zero(),
  };
  const statuses = new Map<StoredStatus, Count>();
  const wallets = new Map<string, { received: Count; refunds: Count }>();
  /** The payments and refunds of the charge that is being added. */
  let chargeSums: { received: Count; refunds: Count } = { received: zero(), refunds: zero() };
  let first: string | null = null;
  let last: string | null = null;

  const walletOf = (wallet: string): { received: Count; refunds: Count } => {
    const known = wallets.get(wallet) ?? { received: zero(), refunds: zero() };
    wallets.set(wallet, known);
    return known;
  };

  return {
    addEvent(before, after) {
      const paid = (after.paidAmount ?? 0) - (before?.paidAmount ?? 0);
      const refunded = after.refundedAmount - (before?.refundedAmount ?? 0);
      if (paid !== 0) for (const sum of [sums.received, chargeSums.received]) add(sum, paid);
      if (paid !== 0 && after.late) add(sums.late, paid);
      if (refunded !== 0) for (const sum of [sums.refunds, chargeSums.refunds]) add(sum, refunded);
      if (after.forced !== null && before?.forced === null) add(sums.forced, after.amount);
    },
    addClosingState(charge, isOwn) {
      const { received, refunds } = chargeSums;
      chargeSums = { received: zero(), refunds: zero() };
      if (received.count + refunds.count > 0) {
        const wallet = walletOf(charge.wallet);
        merge(wallet.received, received);
        merge(wallet.refunds, refunds);
      }
      if (!isOwn) {
        merge(sums.earlierReceived, received);
        merge(sums.earlierRefunds, refunds);
        return;
      }
      const status = storedStatusOf(charge);
      const known = statuses.get(status) ?? zero();
      statuses.set(status, known);
      for (const sum of [sums.charges, known]) add(sum, charge.amount);
      if (first === null || charge.id < first) first = charge.id;
      if (last === null || charge.id > last) last = charge.id;
    },
    figures: () => ({
      ...sums,
      byStatus: STORED_STATUSES.flatMap((status) => {
        const sum = statuses.get(status);
        return sum === undefined ? [] : [{ status, ...sum }];
      }),
      byWallet: [...wallets]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([wallet, { received, refunds }]) => ({ wallet, received, refunds })),
      firstChargeId: first,
      lastChargeId: last,
    }),
  };
}

function add(sum: Count, amount: number): void {
  sum.count += 1;
  sum.total += amount;
}

function merge(sum: Count, more: Sum): void {
  sum.count += more.count;
  sum.total += more.total;
}
