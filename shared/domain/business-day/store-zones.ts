/** The IANA zones for the four times of Brazil. Each is named by its most populated place. A store is in one of them. */
export const STORE_ZONES = [
  'America/Sao_Paulo',
  'America/Manaus',
  'America/Rio_Branco',
  'America/Noronha',
] as const;
