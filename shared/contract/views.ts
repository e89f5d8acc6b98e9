import { z } from 'zod';
import { TILL_MODES } from '../domain/till/identity.ts';
import { CHARGE_STATUSES } from '../domain/charge/charge.ts';
import { NOTICE_CODES } from '../domain/notice/notice-code.ts';
import { PERSON_ROLES } from '../domain/roles/roles.ts';
import { Centavos, ChargeView, Instant } from './charge-view.ts';
import { view } from './define.ts';
import { OpenItem } from './open-item.ts';
import { PrinterView } from './printing.ts';

const OperatorView = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(PERSON_ROLES),
});

/** A wallet, or one of its accounts, that a charge can be made with. */
const WalletView = z.object({
  wallet: z.string(),
  name: z.string(),
  minimum: Centavos,
  pixDictKey: z.string().nullable(),
  isDefault: z.boolean(),
});

/** A fact besides the charges that a person must know. */
export const NoticeView = z.object({
  id: z.string(),
  code: z.enum(NOTICE_CODES),
  detail: z.string(),
  at: Instant,
});

const TodayRow = z.object({
  id: z.string(),
  at: Instant,
  /** What was received, or what was asked for while nothing was. */
  amount: Centavos,
  walletName: z.string(),
  status: z.enum(CHARGE_STATUSES),
  finalized: z.boolean(),
  late: z.boolean(),
});

/** What the customer's window has drawn, as it reported itself. */
export const CustomerSees = z.enum([
  'nothing',
  'idle',
  'wait',
  'qr',
  'checking',
  'paid',
  'cancelled',
  'expired',
  'offline',
  'closed',
  'preparing',
  'qr-refused',
]);

/** Everything that the cashier's window draws. */
export const TillView = z.object({
  /** `recovering`: the gateway is asked about unsettled charges before the sell screen opens, for 5 s at most. */
  phase: z.enum(['first-run', 'sign-in', 'recovering', 'locked', 'open']),
  mode: z.enum(TILL_MODES),
  shopName: z.string(),
  tillName: z.string(),
  zone: z.string(),
  operators: z.array(OperatorView),
  /** The PINs of the people of training, for the screen. Null in production. */
  trainingPins: z.array(z.object({ operatorId: z.string(), pin: z.string() })).nullable(),
  /** True if a change of the credentials needs the PIN of a manager: production has a manager, or may have one. */
  keysGuarded: z.boolean(),
  /** The people who can sign a change of the credentials. Empty if no signature is needed, or if the ledger of production cannot be read. */
  keyManagers: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The ids of the people whose PIN is locked. */
  lockedPins: z.array(z.string()),
  operator: OperatorView.nullable(),
  shift: z.object({ id: z.string(), openedAt: Instant, lockedSince: Instant.nullable() }).nullable(),
  gateway: z.object({
    online: z.boolean(),
    lastContactAt: Instant.nullable(),
    /** Set while the gateway, or something in its place, gives unusable answers. */
    unusable: z.object({ since: Instant, status: z.int(), detail: z.string() }).nullable(),
  }),
  queue: z.object({ depth: z.int(), oldestAt: Instant.nullable() }),
  wallets: z.array(WalletView),
  /** The account that each sale starts with. Null while the wallets are unknown. */
  defaultWallet: z.object({ wallet: z.string(), pixDictKey: z.string().nullable() }).nullable(),
  maxAmount: Centavos,
  settings: z.object({
    timeLimitMinutes: z.int(),
    ownExpiry: z.boolean(),
    shopDocument: z.string().nullable(),
    refundLimit: Centavos.nullable(),
    refundDayLimit: Centavos.nullable(),
    /** Null: the till never locks by itself. */
    autoLockMinutes: z.int().nullable(),
  }),
  printer: PrinterView,
  /** The one charge that waits for its operator. */
  current: ChargeView.nullable(),
  /** True while the last run left `current` and no person has acted on it. The settle screen is shown first. */
  currentFound: z.boolean(),
  /** The charge that ended last. Set only for the seconds in which the screens show its end. */
  lastEnded: ChargeView.nullable(),
  /** Charges that were given up and whose cancel is not confirmed yet. */
  cancelling: z.array(ChargeView),
  /** Sales that are not finalized and whose refund is under way. */
  returning: z.array(ChargeView),
  /** Charges that are settled without proof and still unverified. */
  forced: z.array(ChargeView),
  /** Late payments and partly refunded sales that are not settled. */
  late: z.array(ChargeView),
  /** The open items of all days. Those that need a person come first. Some of them hold the shift. */
  unsettled: z.array(OpenItem),
  today: z.object({ day: z.string(), total: Centavos, count: z.int(), rows: z.array(TodayRow) }),
  notices: z.array(NoticeView),
  customerSees: CustomerSees,
  trainingPhoneUrl: z.string().nullable(),
});
export type TillView = z.infer<typeof TillView>;

/**
 * The only view of the customer's window. It contains nothing of another customer and no id of a person. The shop's name is
 * empty until the shop has one.
 */
export const CustomerView = z.object({
  shopName: z.string(),
  zone: z.string(),
  training: z.boolean(),
  screen: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('idle') }),
    z.object({ kind: z.literal('wait') }),
    z.object({
      kind: z.literal('qr'),
      amount: Centavos,
      walletName: z.string(),
      isPix: z.boolean(),
      brCode: z.string(),
      receiver: z.string().nullable(),
      remainingMs: z.number(),
      timeLimitMs: z.number(),
    }),
    /** `isPaid`: money arrived. Without it the customer may not have paid yet. */
    z.object({ kind: z.literal('checking'), amount: Centavos, isPaid: z.boolean() }),
    z.object({ kind: z.literal('paid'), amount: Centavos }),
    /** `isProven`: the gateway confirmed it. `isRefused`: the QR did not match the charge and was never shown. */
    z.object({ kind: z.literal('cancelled'), isProven: z.boolean(), isRefused: z.boolean() }),
    z.object({ kind: z.literal('expired') }),
    z.object({ kind: z.literal('offline') }),
    /** No person is signed in. */
    z.object({ kind: z.literal('closed') }),
    /** The till is being set up. */
    z.object({ kind: z.literal('preparing') }),
  ]),
});
export type CustomerView = z.infer<typeof CustomerView>;

/** What main must know of the till: while a shift is open, no monitor goes to sleep. */
const AtWork = z.object({ shiftOpen: z.boolean() });

/** The views of the cashier's and the customer's windows, and the one of main. */
export const views = {
  'till/at-work': view({ payload: AtWork, roles: ['main'] }),
  'till/view': view({ payload: TillView, roles: ['cashier'] }),
  'customer/view': view({
    payload: CustomerView,
    /** What the window has drawn. `qr-refused`: the drawn QR did not decode to the BR Code and is not shown. */
    ack: z.strictObject({ shows: CustomerSees }),
    roles: ['customer'],
  }),
} as const;
