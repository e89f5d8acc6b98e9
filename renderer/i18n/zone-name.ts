import type { TFunction } from 'i18next';
import { STORE_ZONES } from '../../shared/domain/business-day/store-zones.ts';

/** Returns a time zone as people call it: `Brasília`. A zone that is not in the list of the settings keeps its IANA name. */
export function zoneName(t: TFunction, zone: string): string {
  const known = STORE_ZONES.find((each) => each === zone);
  return known === undefined ? zone : t(`zone.${known}`);
}
