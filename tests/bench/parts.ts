import { coreOwnTime } from './core/core-own-time.ts';
import { headlessStart } from './core/headless-start.ts';
import { ledgerAppends } from './ledger/ledger-appends.ts';
import type { Part } from './part.ts';

/** Everything that is measured, in the order of the report. */
export const PARTS: Readonly<Record<string, Part>> = {
  coreOwnTime,
  ledgerAppends,
  headlessStart,
};
