import { join } from 'node:path';
import { ok } from 'node:assert/strict';
import { seedLedger } from '../../../build/run/seed/seed-ledger.ts';
import { epochMs } from '../../../shared/kernel/time.ts';

/** The end of the seeded sales. */
export const SEEDED_UNTIL = epochMs(Date.UTC(2026, 10, 20, 22));

/** Seeds a data folder with sales of an invented shop. Returns the ledger's file. */
export async function seedSales(dataDir: string, charges: number): Promise<string> {
  const seeded = await seedLedger({ dataDir, charges, seed: 'report', until: SEEDED_UNTIL });
  ok(seeded.ok);
  return join(dataDir, 'training', 'ledger.db');
}
