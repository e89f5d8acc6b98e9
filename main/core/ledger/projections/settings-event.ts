import { isTillEvent } from '../../../../shared/domain/ledger-event/till-event.ts';
import type { StoredEvent } from '../event-log.ts';

/** The settings that an event changes, by their key; none for an event of another kind. */
export function settingsOf(
  event: Pick<StoredEvent, 'type' | 'body'>,
): readonly (readonly [string, unknown])[] {
  if (isTillEvent(event, 'settings-changed')) return Object.entries(event.body);
  if (!isTillEvent(event, 'wallet-chosen')) return [];
  const { wallet, pixDictKey } = event.body;
  return [
    ['chosenWallet', wallet],
    ['chosenPixKey', pixDictKey],
  ];
}
