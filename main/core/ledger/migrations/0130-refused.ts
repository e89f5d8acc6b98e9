import type { Migration } from './index.ts';

/** Changes no table: charges of older schemas are folded again (fold-again.ts), since a refusal ends fewer of them. */
export const refused: Migration = { version: 130, update: () => undefined };
