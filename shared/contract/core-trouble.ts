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

/** The file in the data folder that names who runs the till. It outlives the till: only the lock says whether one runs. */
export const HOLDER_FILE = 'till-holder.json';

/** The account of the system that runs the till, for an account that finds the data folder in use. */
export const FolderHolder = z.object({ account: z.string().min(1).max(300) });

/** Why main does not restart the core any more. */
export const CoreTrouble = z.enum([...FATAL_CODES, 'keeps-crashing']);
export type CoreTrouble = z.infer<typeof CoreTrouble>;
