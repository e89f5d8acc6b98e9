import { BY_MACHINE } from '../../../shared/domain/ledger-event/by.ts';
import type { TillEvents, TillEventType } from '../../../shared/domain/ledger-event/till-event.ts';
import type { Ledger } from './ledger.ts';
import { storageErrorCode } from './storage-error.ts';

/**
 * Records what Balcão itself found at a start. Returns false if the disk does not accept the row: a till also opens on a disk
 * without room.
 */
export function recordIfPossible<T extends TillEventType>(
  ledger: Pick<Ledger, 'record'>,
  type: T,
  body: TillEvents[T],
): boolean {
  try {
    ledger.record(type, body, BY_MACHINE);
    return true;
  } catch (error) {
    if (storageErrorCode(error) === null) throw error;
    return false;
  }
}
