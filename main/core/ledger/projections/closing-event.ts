import type { ShiftFigures } from '../../../../shared/domain/closing/tally.ts';
import type { EpochMs } from '../../../../shared/kernel/time.ts';
import type { Closing } from './closing-repo.ts';
import type { StoredEvent } from '../event-log.ts';

/** What the ledger says of a shift that ended: its figures are part of the event, so that no later version works them out otherwise. */
export interface ShiftClosedBody extends Readonly<Record<string, unknown>> {
  readonly shiftId: string;
  readonly till: string;
  readonly zone: string;
  readonly figures: ShiftFigures;
}

/**
 * The closing that a `shift-closed` event makes, with the hash of its row and the shift as it was opened. Null for a shift
 * that was closed before there were closings.
 */
export function closingOf(
  { seq, at, actor, body }: StoredEvent,
  hash: Buffer,
  shift: { readonly operatorId: string; readonly openedAt: EpochMs },
): Closing | null {
  if (body['figures'] === undefined) return null;
  const { shiftId, till, zone, figures } = body as ShiftClosedBody;
  return {
    shiftId,
    eventSeq: seq,
    eventHash: hash,
    till,
    operatorId: shift.operatorId,
    closedBy: actor,
    zone,
    openedAt: shift.openedAt,
    closedAt: at,
    figures,
  };
}
