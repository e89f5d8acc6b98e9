import { z } from 'zod';

/** Why the core cannot work. A restart does not help. */
const FATAL_CODES = [
  'data-folder-locked',
  'data-folder-read-only',
  'data-folder-of-others',
  'database-from-future',
  'database-of-other-mode',
  'ledger-gone',
  'disk-full',
  'too-many-files',
  'held-by-another-program',
  'internal',
] as const;
export const FatalCode = z.enum(FATAL_CODES);
export type FatalCode = z.infer<typeof FatalCode>;

/** Why main does not restart the core any more. */
export const CoreTrouble = z.enum([...FATAL_CODES, 'keeps-crashing']);
export type CoreTrouble = z.infer<typeof CoreTrouble>;
