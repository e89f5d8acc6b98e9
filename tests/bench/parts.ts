import { coreOwnTime } from './core/core-own-time.ts';
import { appStart } from './electron/app-start.ts';
import { keyToQr } from './electron/key-to-qr.ts';
import { memory } from './electron/memory.ts';
import { headlessStart } from './core/headless-start.ts';
import { ledgerAppends } from './ledger/ledger-appends.ts';
import { exportBesideTill } from './reports-export/export-beside-till.ts';
import { exportSpeed } from './reports-export/export-speed.ts';
import { memoryOfPaper } from './printing/memory-of-paper.ts';
import { ticketToPaper } from './printing/ticket-to-paper.ts';
import { reportQueries } from './reports/report-queries.ts';
import type { Part } from './part.ts';

/** Everything that is measured, in the order of the report. */
export const PARTS: Readonly<Record<string, Part>> = {
  coreOwnTime,
  ledgerAppends,
  reportQueries,
  keyToQr,
  appStart,
  memory,
  headlessStart,
  exportSpeed,
  exportBesideTill,
  ticketToPaper,
  memoryOfPaper,
};
