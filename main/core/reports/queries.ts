import type { Database } from 'better-sqlite3';
import { EFFORT, findCandidates, type Effort } from './candidates.ts';
import { answerFew } from './few-payments.ts';
import { decodePayments, type Payment } from './payment-row.ts';
import { PENDING } from './days.ts';
import { dayAnswer, type DayAnswer } from './day-figures.ts';
import { listDays, type Place } from './payment-list.ts';
import { sumPayments, type PaymentSums } from './payment-sums.ts';
import type { Wanted } from './wanted.ts';

/** What can be asked of the reports' own connection. */
export type Question =
  | { readonly kind: 'day'; readonly day: string; readonly from: number; readonly to: number }
  | {
      readonly kind: 'payments';
      readonly wanted: Wanted;
      readonly limit: number;
      readonly from: Place | null;
    }
  | { readonly kind: 'choices' };

export interface PaymentsAnswer extends PaymentSums {
  readonly rows: readonly Payment[];
  readonly next: Place | null;
}

/** Every store, till, wallet and operator that has charges which came to an end, or are pending. */
export interface ChoicesAnswer {
  readonly stores: readonly string[];
  readonly tills: readonly string[];
  readonly wallets: readonly string[];
  readonly operators: readonly string[];
}

export interface Answers {
  readonly day: DayAnswer;
  readonly payments: PaymentsAnswer;
  readonly choices: ChoicesAnswer;
}

/** Each year has few cells, and each knows who sold what. */
export const CHOICES_SQL = `SELECT DISTINCT wallet, operator, store, till FROM report_cell WHERE grain = 'year'
  UNION ALL SELECT DISTINCT wallet, operator, store, till FROM charge
    WHERE status IN (${PENDING})`;

/** Answers a question out of one snapshot of the ledger, so that rows and sums fit together. */
export function answer<Q extends Question>(db: Database, question: Q, effort = EFFORT): Answers[Q['kind']] {
  return db.transaction(() => answerInside(db, question, effort))() as Answers[Q['kind']];
}

function answerInside(db: Database, question: Question, effort: Effort): Answers[Question['kind']] {
  switch (question.kind) {
    case 'day':
      return dayAnswer(db, question.day, question.from, question.to);
    case 'payments': {
      const { wanted, limit, from } = question;
      const candidates = findCandidates(db, wanted, effort);
      // The sums first: they go through a day forwards, and the disk reads ahead of them what the list goes through backwards.
      const { ids, ...rest } =
        candidates === null
          ? { ...sumPayments(db, wanted, effort), ...listDays(db, wanted, limit, from, effort) }
          : answerFew(db, wanted, candidates, limit, from);
      return { rows: decodePayments(db, ids), ...rest };
    }
    case 'choices': {
      const rows = db
        .prepare<[], { wallet: string; operator: string; store: string; till: string }>(CHOICES_SQL)
        .all();
      const all = (of: 'wallet' | 'operator' | 'store' | 'till'): string[] =>
        [...new Set(rows.map((row) => row[of]))].sort();
      return {
        stores: all('store').filter((name) => name !== ''),
        tills: all('till'),
        wallets: all('wallet'),
        operators: all('operator'),
      };
    }
  }
}
