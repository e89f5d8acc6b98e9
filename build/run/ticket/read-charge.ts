import { z } from 'zod';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import type { TicketCharge } from '../../../shared/domain/ticket/context.ts';
import { epochMs, type EpochMs } from '../../../shared/kernel/time.ts';

const Instant = z.iso.datetime();

/** What a ticket takes of a charge in the shape of the local API (docs/local-api.md). */
const ChargeBody = z.object({
  id: z.string(),
  till: z.string(),
  reference: z.string().nullable(),
  amount: z.int(),
  paidAmount: z.int().nullable(),
  refundedAmount: z.int(),
  wallet: z.string(),
  brCode: z.string().nullable(),
  expiresAt: Instant.nullable(),
  approvedAt: Instant.nullable(),
  endToEndId: z.string().nullable(),
  late: z.boolean(),
});

/** A charge from the text of a JSON file. The local API does not tell when one was closed. Throws on any other content. */
export function readCharge(json: string): TicketCharge {
  const { wallet, expiresAt, approvedAt, ...rest } = ChargeBody.parse(JSON.parse(json));
  return {
    ...rest,
    amount: centavos(rest.amount),
    paidAmount: rest.paidAmount === null ? null : centavos(rest.paidAmount),
    refundedAmount: centavos(rest.refundedAmount),
    deadlineAt: at(expiresAt),
    approvedAt: at(approvedAt),
    closedAt: null,
    walletName: wallet === 'pix' ? 'Pix' : wallet,
  };
}

function at(text: string | null): EpochMs | null {
  return text === null ? null : epochMs(Date.parse(text));
}
