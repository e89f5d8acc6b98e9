import type { Migration } from './migration.ts';

/** Changes no table. Charges of an older schema are folded again, since the rules for their end changed (fold-again.ts). */
export const refused: Migration = { version: 130, update: () => undefined };
