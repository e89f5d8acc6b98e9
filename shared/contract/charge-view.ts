import { z } from 'zod';
import { CHARGE_STATUSES, PROBLEM_CODES } from '../domain/charge/charge.ts';

/** Whole centavos. */
export const Centavos = z
  .int()
  .min(0)
  .max(2 ** 51);
/** An instant, epoch ms. */
export const Instant = z.int();
/** The idempotency key of whoever asks for a charge (local API). */
export const RequestId = z.string().regex(/^[A-Za-z0-9._-]{8,64}$/);
export const ChargeId = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);

export const ProblemView = z.object({
  code: z.enum(PROBLEM_CODES),
  detail: z.string(),
});

/** A charge as the cashier's window sees it. */
export const ChargeView = z.object({
  id: ChargeId,
  shortCode: z.string(),
  status: z.enum(CHARGE_STATUSES),
  /** The one answer of rule 6. */
  answer: z.enum(['paid', 'not-paid', 'doubt']),
  settled: z.boolean(),
  late: z.boolean(),
  amount: Centavos,
  paidAmount: Centavos.nullable(),
  refundedAmount: Centavos,
  refundable: Centavos,
  wallet: z.string(),
  walletName: z.string(),
  reference: z.string().nullable(),
  operator: z.string(),
  brCode: z.string().nullable(),
  /** Whom the payer's bank will show as receiver; null when the QR does not say. */
  receiver: z.string().nullable(),
  createdAt: Instant,
  deadlineAt: Instant.nullable(),
  /** Milliseconds left when this view was made; the page counts on from there with its own steady clock. */
  remainingMs: z.number().nullable(),
  extended: z.boolean(),
  approvedAt: Instant.nullable(),
  finalizedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  endToEndId: z.string().nullable(),
  attempts: z.int(),
  /** Since when no usable answer about this charge came; null when it comes. */
  unheardSince: Instant.nullable(),
  /** While it is not heard of: what came and cannot be used, for support. Null when nothing came. */
  unusableAnswer: z.string().nullable(),
  problem: ProblemView.nullable(),
  /** A manager settled it without proof: by whom, why, and what evidence has said since. */
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
