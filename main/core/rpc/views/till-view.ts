import type { CustomerSees, TillView } from '../../../../shared/contract/views.ts';
import type { z } from 'zod';
import { businessDay } from '../../../../shared/domain/business-day/business-day.ts';
import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../../shared/domain/charge/settled.ts';
import { verdictOf } from '../../../../shared/domain/charge/verdict.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import { MINUTE } from '../../../../shared/kernel/time.ts';
import type { Till } from '../../till/till.ts';
import { TRAINING_PINS } from '../../directory/people/training-people.ts';
import { openItems } from './open-items.ts';
import { toPrinterView } from './printer-view.ts';
import { isSetUp } from './set-up.ts';
import { toChargeView } from './charge-view.ts';

/** The most rows of today's list in the cashier's window. */
const TODAY_ROWS = 60;

/** The state of the screens that the till does not know. */
export interface ViewState {
  readonly modeChosen: boolean;
  readonly customerSees: z.infer<typeof CustomerSees>;
  readonly trainingPhoneUrl: string | null;
  /** For a till in training: the managers of production. `unreadable`: it may have one. */
  readonly productionManagers: readonly { readonly id: string; readonly name: string }[] | 'unreadable';
  readonly lastEnded: Charge | null;
}

/** Returns everything that the cashier's window draws. */
export function toTillView(till: Till, state: ViewState): TillView {
  const settings = till.settings.get();
  const shift = till.shifts.open();
  const operator = shift === null ? null : till.operators.byId(shift.operatorId);
  const contact = till.contact();
  const unresolved = till.ledger.charges.unresolved();
  const current = till.ledger.charges.waiting();
  const usual = till.wallets.usual(settings.defaultWallet);
  const view = (charge: Charge): ReturnType<typeof toChargeView> => toChargeView(charge, till);
  return {
    phase: phaseOf(till, state, operator !== null),
    mode: till.identity.mode,
    shopName: settings.shopName,
    tillName: settings.tillName,
    zone: settings.zone,
    operators: till.operators.all(),
    trainingPins: till.identity.mode === 'training' ? trainingPins(till) : null,
    ...keyGuards(till, state),
    lockedPins: till.operators.locked().map(({ id }) => id),
    operator,
    shift:
      shift === null
        ? null
        : { id: shift.id, openedAt: shift.openedAt, lockedSince: till.shifts.lockedSince() },
    gateway: {
      online: contact.online,
      lastContactAt: contact.lastContactAt,
      unusable: contact.unusable,
    },
    queue: till.ledger.jobs.backlog(),
    wallets: till.wallets.all().map(({ wallet, name, minimum, pixDictKey, isDefault }) => ({
      wallet,
      name,
      minimum,
      pixDictKey,
      isDefault,
    })),
    defaultWallet: usual === null ? null : { wallet: usual.wallet, pixDictKey: usual.pixDictKey },
    maxAmount: settings.maxAmount,
    settings: {
      timeLimitMinutes: Math.max(1, Math.round(settings.timeLimitMs / MINUTE)),
      ownExpiry: settings.family === 'orderv',
      shopDocument: settings.shopDocument,
      refundLimit: settings.refundLimit,
      refundDayLimit: settings.refundDayLimit,
      autoLockMinutes: settings.autoLockMinutes,
    },
    printer: toPrinterView(till),
    current: current === null ? null : view(current),
    currentFound: current !== null && till.leftFromLastRun.has(current.id),
    lastEnded:
      state.lastEnded === null ? null : view(till.ledger.charges.byId(state.lastEnded.id) ?? state.lastEnded),
    cancelling: unresolved.filter(isMachineDuty).map(view),
    returning: unresolved.filter(isRefundUnderWay).map(view),
    forced: unresolved.filter((charge) => verdictOf(charge) === 'unverified').map(view),
    late: unresolved.filter(needsPerson).map(view),
    unsettled: openItems(unresolved, till),
    today: today(till, settings.zone),
    notices: till.notices.all(),
    customerSees: state.customerSees,
    trainingPhoneUrl: till.identity.mode === 'training' ? state.trainingPhoneUrl : null,
  };
}

/** Returns whether a change of the credentials needs a PIN, and whose it can be. */
function keyGuards(
  till: Till,
  { productionManagers }: ViewState,
): Pick<TillView, 'keysGuarded' | 'keyManagers'> {
  const managers =
    till.identity.mode === 'training'
      ? productionManagers
      : till.operators.all().filter(({ role }) => role === 'manager');
  if (managers === 'unreadable') return { keysGuarded: true, keyManagers: [] };
  return { keysGuarded: managers.length > 0, keyManagers: managers.map(({ id, name }) => ({ id, name })) };
}

/** True if the shop has money of a sale that is not finalized and does not wait for its operator. It must stay visible. */
function needsPerson(charge: Charge): boolean {
  const { status, late } = charge;
  return !isSettled(charge) && (status === 'partially_refunded' || (late && status === 'approved'));
}

/** True for a charge that was given up, is not certainly at its end, and was not settled without proof. */
function isMachineDuty({ status, forced }: Charge): boolean {
  return status === 'cancelling' && forced === null;
}

/** True while a refund of a sale that is not settled is under way. */
function isRefundUnderWay(charge: Charge): boolean {
  return charge.status === 'refund_pending' && !isSettled(charge);
}

function phaseOf(till: Till, state: ViewState, signedIn: boolean): TillView['phase'] {
  if (!isSetUp(till, state.modeChosen)) return 'first-run';
  if (!signedIn) return 'sign-in';
  if (till.recovering()) return 'recovering';
  return till.shifts.lockedSince() === null ? 'open' : 'locked';
}

function today(till: Till, zone: string): TillView['today'] {
  const day = businessDay(till.clock.now(), zone);
  const { count, netCentavos } = till.ledger.charges.dayTotals(day);
  const rows = till.ledger.charges.ofDay(day, TODAY_ROWS).map((charge) => ({
    id: charge.id,
    at: charge.createdAt,
    amount: charge.paidAmount ?? charge.amount,
    walletName: till.names.wallet(charge.wallet, charge.pixDictKey),
    status: charge.status,
    finalized: charge.finalizedAt !== null,
    late: charge.late,
  }));
  return { day, total: centavos(netCentavos), count, rows };
}

function trainingPins(till: Till): { operatorId: string; pin: string }[] {
  return till.operators.all().flatMap(({ id, name }) => {
    const pin = TRAINING_PINS.find((person) => person.name === name)?.pin;
    return pin === undefined ? [] : [{ operatorId: id, pin }];
  });
}
