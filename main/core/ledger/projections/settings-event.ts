import { isTillEvent } from '../../../../shared/domain/ledger-event/till-event.ts';
import type { GatewayPlace } from '../../../../shared/domain/till/gateway-place.ts';
import type { StoredEvent } from '../event-log.ts';

/** A row of the table `setting`: its key, and the value that is stored as JSON. */
type SettingRow = readonly [key: string, value: unknown];

/** Returns the settings that an event changes. None for an event of another kind. */
export function settingsOf(event: Pick<StoredEvent, 'type' | 'body'>): readonly SettingRow[] {
  if (isTillEvent(event, 'settings-changed')) return Object.entries(event.body);
  if (isTillEvent(event, 'ledger-identified')) {
    const { tillId, storeId, mode } = event.body;
    return Object.entries({ tillId, storeId, mode });
  }
  if (isTillEvent(event, 'gateway-place-learned')) return [gatewayPlaceRow(event.body)];
  if (!isTillEvent(event, 'wallet-chosen')) return [];
  const { wallet, pixDictKey } = event.body;
  return [
    ['chosenWallet', wallet],
    ['chosenPixKey', pixDictKey],
  ];
}

/** Returns the row of the gateway's names. Its parts have one order, so that equal names are equal text. */
export function gatewayPlaceRow({ storeId, storeName, tillId, tillName }: GatewayPlace): SettingRow {
  return ['gatewayPlace', { storeId, storeName, tillId, tillName }];
}
