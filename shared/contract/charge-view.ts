import { z } from 'zod';
import { CHARGE_STATUSES, GIVE_UP_CAUSES, PROBLEM_CODES } from '../domain/charge/charge.ts';

/** Whole centavos. */
export const Centavos = z
  .int()
  .min(0)
  .max(2 ** 51);
/** An instant, epoch ms. */
export const Instant = z.int();
/** The name that a caller gives to a request. A repeated request with the same name is carried out once. */
export const RequestId = z.string().regex(/^[A-Za-z0-9._-]{8,64}$/);
/** The id of a charge: a ULID. */
export const ChargeId = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);

/** Why a person must look at a charge. `detail` is for support. */
export const ProblemView = z.object({
  code: z.enum(PROBLEM_CODES),
  detail: z.string(),
});

/** A charge in the shape of the windows. */
export const ChargeView = z.object({
  id: ChargeId,
  shortCode: z.string(),
  status: z.enum(CHARGE_STATUSES),
  /** The one answer that the cashier sees (rule 6). */
  answer: z.enum(['paid', 'not-paid', 'doubt']),
  settled: z.boolean(),
  late: z.boolean(),
  /** Why it was given up. Null if it was not. */
  givenUp: z.enum(GIVE_UP_CAUSES).nullable(),
  amount: Centavos,
  paidAmount: Centavos.nullable(),
  refundedAmount: Centavos,
  refundable: Centavos,
  /** True if only a manager may accept what was paid. */
  needsManager: z.boolean(),
  wallet: z.string(),
  pixDictKey: z.string().nullable(),
  walletName: z.string(),
  reference: z.string().nullable(),
  operator: z.string(),
  brCode: z.string().nullable(),
  /** The receiver that the payer's bank will show. Null if the QR does not say. */
  receiver: z.string().nullable(),
  createdAt: Instant,
  deadlineAt: Instant.nullable(),
  /** The rest of the countdown when this view was made, ms. The page counts down from there with its steady clock. */
  remainingMs: z.number().nullable(),
  extended: z.boolean(),
  approvedAt: Instant.nullable(),
  finalizedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  endToEndId: z.string().nullable(),
  attempts: z.int(),
  /** Since when no usable answer about this charge came. Null while usable answers come. */
  noUsableAnswerSince: Instant.nullable(),
  /** While no usable answer comes, the unusable one that came, for support. Null if none came. */
  unusableAnswer: z.string().nullable(),
  problem: ProblemView.nullable(),
  /** The settlement without proof: the manager, the reason, and the verdict of later evidence. */
  forced: z
    .object({
      outcome: z.enum(['paid', 'not-paid']),
      reason: z.string(),
      by: z.string(),
      at: Instant,
      verdict: z.enum(['unverified', 'confirmed', 'contradicted']),
    })
    .nullable(),
});
export type ChargeView = z.infer<typeof ChargeView>;
