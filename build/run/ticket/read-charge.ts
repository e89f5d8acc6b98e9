import { z } from 'zod';
import { isCentavos, type Centavos } from '../../../shared/domain/money/centavos.ts';
import type { TicketCharge } from '../../../shared/domain/ticket/context.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { epochMs, type EpochMs } from '../../../shared/kernel/time.ts';
import { isUlid } from '../../../shared/kernel/ulid.ts';

const Instant = z.iso.datetime();
const Amount = z.custom<Centavos>(isCentavos);

/** The fields of a charge that a ticket needs, in the form of the local API (docs/local-api.md). */
const ChargeBody = z.object({
  id: z.string().refine(isUlid),
  till: z.string(),
  reference: z.string().nullable(),
  amount: Amount,
  paidAmount: Amount.nullable(),
  refundedAmount: Amount,
  wallet: z.string(),
  brCode: z.string().min(1).nullable(),
  expiresAt: Instant.nullable(),
  approvedAt: Instant.nullable(),
  endToEndId: z.string().nullable(),
  late: z.boolean(),
});

/**
 * Reads a charge from the text of a JSON file. The local API does not have the instant of its end. The error is the name of the
 * first field that is missing or wrong, or `JSON`.
 */
export function readCharge(json: string): Result<TicketCharge, string> {
  const body = ChargeBody.safeParse(parse(json));
  if (!body.success) return err(String(body.error.issues[0]?.path[0] ?? 'JSON'));
  const { wallet, expiresAt, approvedAt, ...rest } = body.data;
  return ok({
    ...rest,
    deadlineAt: at(expiresAt),
    approvedAt: at(approvedAt),
    closedAt: null,
    walletName: wallet === 'pix' ? 'Pix' : wallet,
  });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The text is not JSON.
    return undefined;
  }
}

function at(text: string | null): EpochMs | null {
  return text === null ? null : epochMs(Date.parse(text));
}
