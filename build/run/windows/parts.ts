import type { Part } from './part.ts';
import { hungSpoolerPart, printingPart } from './printing-parts.ts';
import { simulationPart } from './simulation-part.ts';
import { tourPart } from './tour-part.ts';
import { vitestPart } from './vitest-part.ts';

/** Rounds of TerminateProcess under load. A start takes Wine several times as long as Linux. */
const KILLS = 25;

/** Everything that is run on Windows, in this order. */
export const PARTS: readonly Part[] = [
  tourPart,
  vitestPart('held-files', ['tests/unit/main/files', 'tests/unit/ledger/restore.test.ts']),
  printingPart,
  hungSpoolerPart,
  vitestPart('kills', ['tests/contract/killed/killed.test.ts'], { KILLS: String(KILLS) }),
  simulationPart,
  vitestPart('main', ['tests/unit/main', 'tests/unit/boot']),
  vitestPart('ledger', ['tests/unit/ledger']),
  vitestPart(
    'contract',
    ['api', 'gateway', 'core', 'run'].map((each) => `tests/contract/${each}`),
  ),
];
