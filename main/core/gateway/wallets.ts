import { centavos } from '../../../shared/domain/money/centavos.ts';
import type { z } from 'zod';
import type { GatewayWallet } from './port.ts';
import { walletRow } from './wire/answers.ts';

type Row = z.infer<typeof walletRow>;

/**
 * The wallets a till may offer: active ones that take money (section 2.1). A row that fits no schema is left out, so that one odd
 * account does not stop the others; null when the body is no list, or when none of its rows can be read.
 */
export function toWallets(json: unknown): readonly GatewayWallet[] | null {
  if (!Array.isArray(json)) return null;
  const rows = json.flatMap((row) => {
    const parsed = walletRow.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
  if (rows.length === 0 && json.length > 0) return null;
  const offered = rows.filter((row) => row.active && (row.transaction_type ?? 'cashin') === 'cashin');
  return offered.map((row) => ({
    wallet: row.wallet,
    name: nameOf(row, offered),
    minimum: row.minimum_payment ?? centavos(0),
    pixDictKey: row.pix_dict_key,
    pixPsp: row.pix_psp,
    isDefault: row.default,
  }));
}

/** The gateway's label, and the shop's own nickname where several accounts share the label, as Pix accounts do. */
function nameOf(row: Row, all: readonly Row[]): string {
  const label = labelOf(row);
  const shared = all.some((other) => other !== row && labelOf(other) === label);
  return shared && row.wallet_setting_name ? `${label} (${row.wallet_setting_name})` : label;
}

function labelOf(row: Row): string {
  return row.friendly_name?.trim() || row.wallet_setting_name?.trim() || row.wallet;
}
