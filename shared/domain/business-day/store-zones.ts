/** Brazil's four times, each by the zone of the place with the most people in it (IANA): a store is in one of them. */
export const STORE_ZONES = [
  'America/Sao_Paulo',
  'America/Manaus',
  'America/Rio_Branco',
  'America/Noronha',
] as const;
