import type { Database } from 'better-sqlite3';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { createChargeRepo } from '../ledger/projections/charge-repo.ts';
import { readCandidates } from './candidate-page.ts';
import { findCandidates, PROGRAM_LIMITS, SCREEN_LIMITS, type SearchLimits } from './candidates.ts';
import type { ChargeFilter } from './charge-filter.ts';
import { listCharges, type IdPage, type Place } from './charge-list.ts';
import { sumCharges, type ChargeSums } from './charge-sums.ts';
import { dayAnswer, type AskedDay, type DayAnswer } from './day-figures.ts';
import { FIRST_DAY } from './day-range.ts';
import { total, type Figures } from './figures.ts';
import { PENDING } from './matching-days.ts';
import { readPayments, type Payment } from './payment.ts';

/** What the search can be asked. */
export type Question =
  | {
      readonly kind: 'day';
      readonly day: string;
      readonly from: number;
      readonly to: number;
      /** The days to compare with, at most eight. */
      readonly earlier: readonly AskedDay[];
    }
  | (Page<'payments'> & { readonly from: Place | null })
  | (Page<'charges'> & { readonly cursor: string | null })
  | { readonly kind: 'choices' };

interface Page<Kind> {
  readonly kind: Kind;
  readonly filter: ChargeFilter;
  /** The most rows of the page. */
  readonly limit: number;
}

/** A page of the payment list. The sums by panel word do not depend on the panel words of the filter. */
export interface PaymentsAnswer extends ChargeSums {
  readonly rows: readonly Payment[];
  readonly next: Place | null;
  /** The sums of all matching charges, on any page. */
  readonly totals: Figures;
}

/** A page of charges for programs. */
export interface ChargesAnswer {
  /** Newest first. */
  readonly items: readonly Charge[];
  /** The id of the last charge of the page; null on the last page. */
  readonly nextCursor: string | null;
  /** The sums of all matching charges, on any page. */
  readonly totals: Figures;
}

/** Every store, till, wallet and operator that has charges. */
export type ChoicesAnswer = Readonly<Record<'stores' | 'tills' | 'wallets' | 'operators', readonly string[]>>;

/** The answer to each kind of question. */
export interface Answers {
  readonly day: DayAnswer;
  readonly payments: PaymentsAnswer;
  readonly charges: ChargesAnswer;
  readonly choices: ChoicesAnswer;
}

/** The cells of years are few, and every ended charge is in one of them. */
export const CHOICES_SQL = `SELECT DISTINCT wallet, operator, store, till FROM report_cell WHERE grain = 'year'
  UNION ALL SELECT DISTINCT wallet, operator, store, till FROM charge
    WHERE status IN (${PENDING})`;
/** The business day of a charge, or of the newest charge before its id. */
export const CURSOR_DAY_SQL = 'SELECT business_day AS day FROM charge WHERE id <= ? ORDER BY id DESC LIMIT 1';

/** Answers a question from one snapshot of the ledger, so that rows and sums agree. */
export function answer<Q extends Question>(
  db: Database,
  question: Q,
  screenLimits = SCREEN_LIMITS,
): Answers[Q['kind']] {
  return db.transaction(() => answerInside(db, question, screenLimits))() as Answers[Q['kind']];
}

function answerInside(
  db: Database,
  question: Question,
  screenLimits: SearchLimits,
): Answers[Question['kind']] {
  switch (question.kind) {
    case 'day':
      return dayAnswer(db, question.day, question.from, question.to, question.earlier);
    case 'payments': {
      const { filter, limit, from } = question;
      const { ids, ...rest } = readPage(db, filter, limit, from, screenLimits);
      return { rows: readPayments(db, ids), ...rest };
    }
    case 'charges': {
      const { filter, limit, cursor } = question;
      const from = cursor === null ? null : placeOf(db, cursor);
      const { ids, next, totals } = readPage(db, filter, limit, from, PROGRAM_LIMITS);
      const { byId } = createChargeRepo(db);
      return { items: ids.flatMap((id) => byId(id) ?? []), nextCursor: next?.id ?? null, totals };
    }
    case 'choices':
      return readChoices(db);
  }
}

function readPage(
  db: Database,
  filter: ChargeFilter,
  limit: number,
  from: Place | null,
  limits: SearchLimits,
): IdPage & ChargeSums & Pick<PaymentsAnswer, 'totals'> {
  const { panels, ...others } = filter;
  const candidates = findCandidates(db, filter, limits);
  // The sums first: they read the pages of the disk in their order, and the list then finds them in memory.
  const page =
    candidates === null
      ? { ...sumCharges(db, others, limits), ...listCharges(db, filter, limit, from, limits) }
      : readCandidates(db, filter, candidates, limit, from);
  const chosen = page.byPanel.filter(({ panel }) => panels?.includes(panel) ?? true);
  return { ...page, totals: total(chosen) };
}

function placeOf(db: Database, cursor: string): Place {
  const day = db.prepare<[string], { day: string }>(CURSOR_DAY_SQL).get(cursor)?.day;
  return { day: day ?? FIRST_DAY, id: cursor };
}

function readChoices(db: Database): ChoicesAnswer {
  const rows = db.prepare<[], Record<'wallet' | 'operator' | 'store' | 'till', string>>(CHOICES_SQL).all();
  const all = (column: keyof (typeof rows)[number]): string[] =>
    [...new Set(rows.map((row) => row[column]))].sort();
  return {
    stores: all('store').filter((name) => name !== ''),
    tills: all('till'),
    wallets: all('wallet'),
    operators: all('operator'),
  };
}
