import { z } from 'zod';
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

export const WalletView = z.object({
  wallet: z.string(),
  name: z.string(),
  minimum: Centavos,
  pixDictKey: z.string().nullable(),
  isDefault: z.boolean(),
});

/** Something that a person must know, besides the charges. */
export const NoticeView = z.object({
  id: z.string(),
  code: z.enum(NOTICE_CODES),
  detail: z.string(),
  at: Instant,
});

const TodayRow = z.object({
  id: z.string(),
  at: Instant,
  amount: Centavos,
  walletName: z.string(),
  status: z.enum(CHARGE_STATUSES),
  finalized: z.boolean(),
  late: z.boolean(),
});

/** What the customer's screen really shows, as that screen itself reported. */
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
  'qr-refused',
]);

/** Everything that the cashier's window draws. */
export const TillView = z.object({
  /** `recovering`: unsettled charges are being asked about before the sell screen (5 s at most). */
  phase: z.enum(['first-run', 'sign-in', 'recovering', 'open']),
  mode: z.enum(['training', 'production']),
  shopName: z.string(),
  tillName: z.string(),
  zone: z.string(),
  operators: z.array(OperatorView),
  /** Training ships one operator and one manager with their PINs on screen; null in production. */
  trainingPins: z.array(z.object({ operatorId: z.string(), pin: z.string() })).nullable(),
  /** Changing the keys takes a manager's PIN: production has a manager, or may have one. */
  keysGuarded: z.boolean(),
  operator: OperatorView.nullable(),
  shift: z.object({ id: z.string(), openedAt: Instant }).nullable(),
  gateway: z.object({
    online: z.boolean(),
    lastContactAt: Instant.nullable(),
    /** Set while something answers in the gateway's place, or the gateway itself, and the answers cannot be used. */
    unusable: z.object({ since: Instant, status: z.int(), detail: z.string() }).nullable(),
  }),
  queue: z.object({ depth: z.int(), oldestAt: Instant.nullable() }),
  wallets: z.array(WalletView),
  chosenWallet: z.object({ wallet: z.string(), pixDictKey: z.string().nullable() }).nullable(),
  maxAmount: Centavos,
  settings: z.object({
    timeLimitMinutes: z.int(),
    ownExpiry: z.boolean(),
    shopDocument: z.string().nullable(),
  }),
  printer: PrinterView,
  /** The one charge that waits for its operator. */
  current: ChargeView.nullable(),
  /** True while `current` was found at start and has not been acted on: the settle screen comes first. */
  currentFound: z.boolean(),
  /** The charge that ended last, for the moment in which its end is still news. */
  lastEnded: ChargeView.nullable(),
  /** Given up and not yet certain: the machine's duty. */
  cancelling: z.array(ChargeView),
  /** Being given back before anybody finalized it. */
  returning: z.array(ChargeView),
  /** Settled without proof, and still looked after. */
  forced: z.array(ChargeView),
  late: z.array(ChargeView),
  /** Whatever is not done with, of this day or another: what needs a hand first. The closing waits for some of it. */
  unsettled: z.array(OpenItem),
  today: z.object({ day: z.string(), total: Centavos, count: z.int(), rows: z.array(TodayRow) }),
  notices: z.array(NoticeView),
  customerSees: CustomerSees,
  trainingPhoneUrl: z.string().nullable(),
});
export type TillView = z.infer<typeof TillView>;

/** The only thing that the customer's window can read. Nothing of another customer, no control, no id of a person. */
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
    z.object({ kind: z.literal('checking'), amount: Centavos }),
    z.object({ kind: z.literal('paid'), amount: Centavos }),
    z.object({ kind: z.literal('cancelled') }),
    z.object({ kind: z.literal('expired') }),
    z.object({ kind: z.literal('offline') }),
  ]),
});
export type CustomerView = z.infer<typeof CustomerView>;

export const views = {
  'till/view': view({ payload: TillView, roles: ['cashier'] }),
  'customer/view': view({
    payload: CustomerView,
    /** What the window drew. `qr-refused`: the drawn QR did not decode to the BR Code and is not shown. */
    ack: z.strictObject({ shows: CustomerSees }),
    roles: ['customer'],
  }),
} as const;
