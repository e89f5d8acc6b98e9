import type { PaymentFilter, PaymentRow } from '../../shared/contract/manager.ts';
import type { Input } from '../../shared/contract/index.ts';
import { businessDay } from '../../shared/domain/business-day/business-day.ts';
import { CHARGE_STATUSES, type Charge } from '../../shared/domain/charge/charge.ts';
import { PANEL_WORDS, panelWordOf } from '../../shared/domain/charge/panel-word.ts';
import { shortCode } from '../../shared/domain/short-code/short-code.ts';
import { epochMs } from '../../shared/kernel/time.ts';
import type { Handlers } from '../../shared/rpc/server.ts';
import type { Core } from './core.ts';
import type { ChargeFilter } from './ledger/charge-filter.ts';
import { totalOf } from './ledger/charge-search.ts';
import type { ManagerDesk } from './manager-desk.ts';
import { toChargeView, walletName } from './presenter/charge-view.ts';
import { readDay } from './reports/day.ts';
import { timelineOf } from './reports/timeline.ts';
import { fail, refuse, signedIn } from './rpc-words.ts';
import type { Till } from './till.ts';

type ManagerHandlers = Pick<Handlers, Extract<keyof Handlers, `manager/${string}`>>;

/** What the manager's screens ask. Who may ask was decided before any of it runs. */
export function createManagerHandlers(core: Core, desk: ManagerDesk): ManagerHandlers {
  return {
    'manager/enter': async ({ pin }) => {
      const till = core.till();
      const shift = till.shifts.open();
      if (shift === null || signedIn(till) === null) return fail('not-signed-in');
      const manager = await till.operators.checkManager(pin);
      if (!manager.ok) return refuse(manager.error);
      // Checking a PIN takes its time: the shift may have been closed meanwhile, or the till be another one.
      if (core.till() !== till || till.shifts.open()?.id !== shift.id) return fail('not-signed-in');
      till.ledger.record('manager-entered', {}, manager.value.id);
      desk.open(manager.value.id, shift.id);
      return { ok: true, value: { operatorId: manager.value.id, name: manager.value.name } };
    },
    'manager/leave': () => {
      desk.leave();
      return { ok: true, value: { done: true } };
    },
    'manager/stay': () => {
      desk.stay();
      return { ok: true, value: { done: true } };
    },
    'manager/day': async ({ day }) => {
      const till = core.till();
      const { zone } = till.settings.get();
      const today = businessDay(till.clock.now(), zone);
      const report = await till.search.read((db) => readDay(db, day ?? today, zone));
      return {
        ok: true,
        value: {
          ...report,
          isToday: report.day === today,
          byHour: [...report.byHour],
          byWord: [...report.byWord],
          byWallet: report.byWallet.map((row) => ({ ...row, name: walletOf(till, row.wallet) })),
          byOperator: report.byOperator.map((row) => ({ ...row, name: nameOf(till, row.operator) })),
        },
      };
    },
    'manager/payments': async ({ filter, cursor, limit }) => {
      const till = core.till();
      const page = await till.search.rows(toChargeFilter(filter), limit, cursor);
      const rows = page.items.map((charge) => rowOf(charge, till));
      return { ok: true, value: { rows, nextCursor: page.nextCursor } };
    },
    'manager/payment-sums': async ({ filter }) => {
      const { words: wanted, ...others } = filter;
      const sums = await core.till().search.sums(toChargeFilter(others));
      const counted = [...sums].map(([status, sum]) => ({ word: panelWordOf(status), sum }));
      const words = PANEL_WORDS.map((word) => ({
        word,
        count: totalOf(counted.filter((each) => each.word === word).map(({ sum }) => sum)).count,
      }));
      const chosen = counted.filter(({ word }) => wanted === undefined || wanted.includes(word));
      const { amount: _, ...totals } = totalOf(chosen.map(({ sum }) => sum));
      return { ok: true, value: { totals, words } };
    },
    'manager/payment': ({ id }) => {
      const till = core.till();
      const charge = till.ledger.charges.byId(id);
      if (charge === null) return fail('not-found');
      const timeline = timelineOf(till.ledger.log.of(id));
      return {
        ok: true,
        value: {
          charge: toChargeView(charge, till),
          word: panelWordOf(charge.status),
          till: charge.till,
          attempts: charge.attempts.map(({ no, orderRef, orderId, status }) => ({
            no,
            orderRef,
            orderId,
            status,
          })),
          timeline: timeline.map((entry) => ({ ...entry, actorName: nameOf(till, entry.actor) })),
        },
      };
    },
    'manager/choices': () => {
      const till = core.till();
      return {
        ok: true,
        value: {
          operators: till.operators.all().map(({ id, name }) => ({ id, name })),
          wallets: till.wallets.all().map(({ wallet, name }) => ({ wallet, name })),
          saved: [...till.settings.get().savedFilters],
        },
      };
    },
    'manager/save-filter': (input) => {
      const till = core.till();
      till.settings.set({ savedFilters: withFilter(till, input) }, desk.present() ?? '');
      return { ok: true, value: { done: true } };
    },
  };
}

const MOST_SAVED = 20;

function withFilter(
  till: Till,
  { name, query }: Input<'manager/save-filter'>,
): readonly { name: string; query: string }[] {
  const others = till.settings.get().savedFilters.filter((saved) => saved.name !== name);
  return query === '' ? others : [{ name, query }, ...others].slice(0, MOST_SAVED);
}

function toChargeFilter({ from, to, words, ...rest }: PaymentFilter): ChargeFilter {
  return {
    ...rest,
    from: from === undefined ? undefined : epochMs(from),
    to: to === undefined ? undefined : epochMs(to),
    statuses: words && CHARGE_STATUSES.filter((status) => words.includes(panelWordOf(status))),
  };
}

function rowOf(charge: Charge, till: Till): PaymentRow {
  return {
    id: charge.id,
    shortCode: shortCode(charge.id),
    at: charge.createdAt,
    amount: charge.amount,
    paid: charge.paidAmount,
    refunded: charge.refundedAmount,
    walletName: walletName(charge, till),
    status: charge.status,
    word: panelWordOf(charge.status),
    operator: nameOf(till, charge.operator),
    reference: charge.reference,
    endToEndEnd: charge.endToEndId?.slice(-6) ?? null,
    late: charge.late,
    forced: charge.forced !== null,
    finalized: charge.finalizedAt !== null,
  };
}

function nameOf(till: Till, operator: string): string {
  return till.operators.byId(operator)?.name ?? operator;
}

function walletOf(till: Till, wallet: string): string {
  return till.wallets.find(wallet, null)?.name ?? wallet;
}
