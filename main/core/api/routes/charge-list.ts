import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isBusinessDay } from '../../../../shared/domain/business-day/business-day.ts';
import { CHARGE_STATUSES } from '../../../../shared/domain/charge/charge.ts';
import { epochMs, type EpochMs } from '../../../../shared/kernel/time.ts';
import { isUlid } from '../../../../shared/kernel/ulid.ts';
import type { ChargeFilter } from '../../search/charge-filter.ts';
import { check } from '../body.ts';
import { chargeBody } from '../charge-body.ts';
import type { ApiContext } from '../context.ts';

const PAGE = 100;
const LONGEST_PAGE = 500;

const Day = z.string().refine(isBusinessDay);
/** A day of the store, or an instant with its offset. */
const When = z.union([Day, z.iso.datetime({ offset: true })]);
const Whole = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** The schema of a list: one value, several with commas between them, or the parameter several times. */
const list = <T extends string>(item: z.ZodType<T, string>): z.ZodType<T[] | undefined> =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat().flatMap((text) => text.split(',')))
    .pipe(z.array(item).min(1).max(20))
    .optional();

/** The query of the call. */
export const ChargeQuery = z.strictObject({
  date: Day.optional(),
  from: When.optional(),
  to: When.optional(),
  status: list(z.enum(CHARGE_STATUSES)),
  wallet: list(z.string().min(1).max(60)),
  min: Whole.optional(),
  max: Whole.optional(),
  reference: z.string().max(60).optional(),
  limit: Whole.pipe(z.number().min(1).max(LONGEST_PAGE)).default(PAGE),
  cursor: z.string().refine(isUlid).optional(),
});

/** Adds the call that lists charges, newest first, with the sums of all charges of the filter. */
export function addChargeListCall(app: FastifyInstance, { core }: ApiContext): void {
  app.get('/v1/charges', async (request, reply) => {
    const query = check(ChargeQuery, request.query, reply);
    if ('refused' in query) return query.refused;
    const till = core.till();
    const { limit, cursor } = query.value;
    const question = {
      kind: 'charges',
      filter: filterOf(query.value),
      limit,
      cursor: cursor ?? null,
    } as const;
    const { items, nextCursor, totals } = await till.search.ask(question);
    return { items: items.map((charge) => chargeBody(charge, till)), nextCursor, totals };
  });
}

/**
 * Returns the filter of a query. A day of the query is a business day as it is stored with the charges, and is included. Of two
 * first or last days the stricter one counts.
 */
export function filterOf(query: z.output<typeof ChargeQuery>): ChargeFilter {
  const { date, from, to, status, wallet, min, max, reference } = query;
  const [first, last] = [daysOf([date, from]), daysOf([date, to])];
  return {
    fromDay: first.at(-1),
    toDay: last[0],
    from: instantOf(from),
    to: instantOf(to),
    statuses: status,
    wallets: wallet,
    min,
    max,
    reference,
  };
}

/** Returns the business days among parts of a query, sorted. */
function daysOf(parts: readonly (string | undefined)[]): string[] {
  return parts.flatMap((part) => (part !== undefined && isBusinessDay(part) ? [part] : [])).sort();
}

/** Returns a part of a query as an instant; undefined if it is not one. An instant before 1970 becomes 0. */
function instantOf(part: string | undefined): EpochMs | undefined {
  return part === undefined || isBusinessDay(part) ? undefined : epochMs(Math.max(0, Date.parse(part)));
}
