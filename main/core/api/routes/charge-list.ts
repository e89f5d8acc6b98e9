import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { businessDayRange, isBusinessDay } from '../../../../shared/domain/business-day/business-day.ts';
import { CHARGE_STATUSES } from '../../../../shared/domain/charge/charge.ts';
import { epochMs, type EpochMs } from '../../../../shared/kernel/time.ts';
import { isUlid } from '../../../../shared/kernel/ulid.ts';
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

const Query = z.strictObject({
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
    const query = check(Query, request.query, reply);
    if ('refused' in query) return query.refused;
    const { date, from, to, status, wallet, min, max, reference, limit, cursor } = query.value;
    const till = core.till();
    const { zone } = till.settings.get();
    const filter = {
      day: date,
      from: from === undefined ? undefined : bound(from, zone, 'from'),
      to: to === undefined ? undefined : bound(to, zone, 'to'),
      statuses: status,
      wallets: wallet,
      min,
      max,
      reference,
    };
    const { items, nextCursor, totals } = await till.search.page(filter, limit, cursor ?? null);
    return { items: items.map((charge) => chargeBody(charge, till.identity)), nextCursor, totals };
  });
}

/**
 * Returns the instant at which a range begins or ends. A last day is included completely. A last instant is not included. An
 * instant before 1970 becomes 0.
 */
function bound(when: string, zone: string, end: 'from' | 'to'): EpochMs {
  const at = isBusinessDay(when) ? businessDayRange(when, zone)[end] : epochMs(Date.parse(when));
  return at < 0 ? epochMs(0) : at;
}
