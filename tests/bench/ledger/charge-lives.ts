import { centavos } from '../../../shared/domain/money/centavos.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import { epochMs, type Clock } from '../../../shared/kernel/time.ts';
import { ulid } from '../../../shared/kernel/ulid.ts';
import { systemRandom } from '../../../main/core/boot/system-ports.ts';

/** One act on the ledger: the event and whose charge it is about. */
export interface Step {
  readonly id: string;
  readonly event: ChargeEvent;
}

export const EVENTS_PER_LIFE = 4;

/** As long as those that the gateway gives for a dynamic Pix QR. */
const BR_CODE =
  '00020101021226930014br.gov.bcb.pix2571qr.example.com/v2/cobv/0b1c2d3e4f5061728394a5b6c7d8e9f00b1c2d3e4f50617252040000530398654040.015802BR5913Loja do Bairro6009SAO PAULO62070503***6304ABCD';

/** Ordinary sales from beginning to end: asked for, QR shown, paid, finalized. */
export function chargeLives(count: number, clock: Clock): Step[] {
  return Array.from({ length: count }, (_, place) => chargeLife(place, clock)).flat();
}

function chargeLife(place: number, clock: Clock): Step[] {
  const now = clock.now();
  const id = ulid(now, systemRandom);
  const amount = centavos(1 + ((place * 7919) % 50_000));
  const created: ChargeEvent = {
    type: 'created',
    id,
    requestId: `bench-${id}`,
    reference: `PDV ${10_000 + place}`,
    description: null,
    till: 'caixa-1',
    operator: 'ana',
    shiftId: id,
    businessDay: '2026-01-02',
    amount,
    wallet: 'pix',
    pixDictKey: null,
    timeLimitMs: 300_000,
    orderRef: `${id}-1`,
    family: 'order',
  };
  const opened: ChargeEvent = {
    type: 'opened',
    attempt: 1,
    orderId: '6f2c1f0e-6a2b-4c58-9a27-0d8a3f1b7c55',
    family: 'order',
    brCode: BR_CODE,
    deadlineAt: epochMs(now + 300_000),
    mismatch: null,
  };
  const paid: ChargeEvent = {
    type: 'seen',
    attempt: 1,
    askedAt: 2,
    word: 'approved',
    rawWord: 'approved',
    paidAmount: amount,
    endToEndId: 'E00000000202601021234abcdefghijk',
  };
  return [created, opened, paid, { type: 'finalized' } as const].map((event) => ({ id, event }));
}
