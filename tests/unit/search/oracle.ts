import type { PaymentFilter } from '../../../shared/contract/payments.ts';
import { isBusinessDay } from '../../../shared/domain/business-day/business-day.ts';
import { calendarParts } from '../../../shared/domain/business-day/calendar-parts.ts';
import type { Charge, ChargeStatus } from '../../../shared/domain/charge/charge.ts';
import { panelStatusOf } from '../../../shared/domain/charge/panel-status.ts';
import { shortCode } from '../../../shared/domain/short-code/short-code.ts';
import { epochMs, MINUTE } from '../../../shared/kernel/time.ts';

/** What a manager asks (`PaymentFilter`), and what a program asks of the local API, with every list as a list. */
export interface Asked extends PaymentFilter {
  readonly date?: string | undefined;
  /** `from` and `to` of the query: a day, or an instant with its offset. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly chargeStatuses?: ChargeStatus[] | undefined;
  readonly reference?: string | undefined;
}

/**
 * The oracle of every list, sum and file: says of one charge whether a filter selects it. Written by hand and without SQL.
 * `zone` is the zone that the store has now.
 */
export function fits(charge: Charge, asked: Asked, zone: string): boolean {
  return fitsBesidesPanel(charge, asked, zone) && (asked.statuses?.includes(panelStatusOf(charge)) ?? true);
}

/** The same as if the filter had no panel words. The list shows the sums of every panel word. */
export function fitsBesidesPanel(charge: Charge, asked: Asked, zone: string): boolean {
  const { min, max, wallets, operators, stores, tills, late, unproven, text } = asked;
  return (
    fitsPeriod(charge, asked.period, zone) &&
    fitsQueryDays(charge, asked) &&
    (min === undefined || charge.amount >= min) &&
    (max === undefined || charge.amount <= max) &&
    (wallets?.includes(charge.wallet) ?? true) &&
    (operators?.includes(charge.operator) ?? true) &&
    (stores?.includes(charge.store ?? '') ?? true) &&
    (tills?.includes(charge.till) ?? true) &&
    (asked.chargeStatuses?.includes(charge.status) ?? true) &&
    (asked.reference === undefined || charge.reference === asked.reference) &&
    (late !== true || charge.late) &&
    (unproven !== true || charge.forced !== null) &&
    (text === undefined || fitsText(charge, text))
  );
}

function fitsPeriod(charge: Charge, period: PaymentFilter['period'], zone: string): boolean {
  if (period?.kind !== 'range') return true;
  const { from, to, fromTime, toTime } = period;
  const day = charge.businessDay;
  return (
    (from === undefined || day >= from) &&
    (to === undefined || day <= to) &&
    (from === undefined ||
      fromTime === undefined ||
      showed(charge, zone, -1, (wall) => wall >= `${from} ${fromTime}`)) &&
    (to === undefined || toTime === undefined || showed(charge, zone, 1, (wall) => wall <= `${to} ${toTime}`))
  );
}

/**
 * True if the store's clock shows such a time when the charge is created, or did so in the hour before (`way` -1), or does so in
 * the hour after (1). A clock that is set back shows an hour twice: a range begins with the first one and ends with the second.
 */
function showed(charge: Charge, zone: string, way: 1 | -1, isSuch: (wall: string) => boolean): boolean {
  return Array.from({ length: 61 }, (_, minutes) => charge.createdAt + way * minutes * MINUTE).some((at) => {
    const { year, month, day, hour, minute } = calendarParts(epochMs(at), zone);
    return isSuch(`${year}-${month}-${day} ${hour}:${minute}`);
  });
}

function fitsQueryDays({ businessDay, createdAt }: Charge, { date, since, until }: Asked): boolean {
  const isFrom = (limit: string): boolean =>
    isBusinessDay(limit) ? businessDay >= limit : createdAt >= Date.parse(limit);
  const isTo = (limit: string): boolean =>
    isBusinessDay(limit) ? businessDay <= limit : createdAt < Date.parse(limit);
  return (
    (date === undefined || businessDay === date) &&
    (since === undefined || isFrom(since)) &&
    (until === undefined || isTo(until))
  );
}

function fitsText(charge: Charge, text: string): boolean {
  const typed = text.toUpperCase();
  const reference = charge.reference?.toUpperCase() ?? '';
  if (reference.startsWith(typed) || reference.endsWith(typed)) return charge.reference !== null;
  if (shortCode(charge.id) === typed) return true;
  if (typed.length < 4) return false;
  return (
    (charge.endToEndId?.toUpperCase().endsWith(typed) ?? false) ||
    charge.attempts.some(
      ({ orderId, orderRef }) =>
        orderRef.startsWith(typed) || (orderId?.toUpperCase().startsWith(typed) ?? false),
    )
  );
}
