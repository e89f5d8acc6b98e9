import type { TillEvent } from '../../../../shared/domain/ledger-event/till-event.ts';
import type { EpochMs } from '../../../../shared/kernel/time.ts';
import type { Closing } from './closing-repo.ts';
import type { StoredEvent } from '../event-log.ts';

/**
 * The closing that a `shift-closed` event makes, with the hash of its row and the shift as it was opened. Null for a shift
 * that was closed before there were closings.
 */
export function closingOf(
  { seq, at, actor, body }: StoredEvent & TillEvent<'shift-closed'>,
  hash: Buffer,
  shift: { readonly operatorId: string; readonly openedAt: EpochMs },
): Closing | null {
  // The figures are part of the event, so that no later version works them out otherwise.
  const { shiftId, till, zone, figures } = body;
  if (figures === undefined || till === undefined || zone === undefined) return null;
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
