import type { ErrorCode } from '../port/error-code.ts';

/** The errors whose instruction is to call support, who asks for the code. */
export const SENDS_TO_SUPPORT: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'internal',
  'ledger-gone',
  'storage-failed',
  'unfit-slip',
  'unknown-method',
  'wrong-role',
]);
