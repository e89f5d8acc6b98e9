import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiClient } from '../api/http-call.ts';

/** The used fields of a charge in the local API. */
export interface ApiCharge {
  readonly id: string;
  readonly status: string;
  readonly settled: boolean;
  readonly amount: number;
  readonly late: boolean;
  readonly paidAmount: number | null;
  readonly wallet: string;
  readonly brCode: string | null;
  readonly expiresAt: string | null;
  readonly finalizedAt: string | null;
  readonly endToEndId: string | null;
  readonly attempts: number;
}

/** Reads a running till's charges through the local API. */
export async function chargesOf(dataDir: string): Promise<readonly ApiCharge[]> {
  const address = JSON.parse(await readFile(join(dataDir, 'api.json'), 'utf8')) as { url: string };
  const token = (await readFile(join(dataDir, 'api-token'), 'utf8')).trim();
  const answer = await apiClient(address.url, token).get('/v1/charges');
  if (answer.status !== 200) throw new Error(`the local API answered ${answer.status}`);
  return answer.json['items'] as readonly ApiCharge[];
}

/** Returns the newest charge of the till. */
export async function newestCharge(dataDir: string): Promise<ApiCharge> {
  const [newest] = await chargesOf(dataDir);
  if (newest === undefined) throw new Error('no charge in the ledger');
  return newest;
}
