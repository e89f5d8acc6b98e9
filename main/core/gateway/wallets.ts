import { centavos } from '../../../shared/domain/money/centavos.ts';
import type { z } from 'zod';
import type { GatewayWallet } from './port.ts';
import { walletRow } from './wire/answers.ts';

type Row = z.infer<typeof walletRow>;

/** The most rows that are read. A shop has a few wallets, and each one is in every view. */
const MAX_WALLETS = 200;

/**
 * Returns the wallets that a till may offer: active ones that take payments (section 2.1). Leaves out a row that fits no
 * schema, so one odd account does not stop the others. Null if the body is not a list, or if no row of it can be read. A
 * minimum that cannot be read counts as no minimum, because the gateway refuses a charge below its minimum.
 */
export function toWallets(json: unknown): readonly GatewayWallet[] | null {
  if (!Array.isArray(json)) return null;
  const rows = json.slice(0, MAX_WALLETS).flatMap((row) => {
    const parsed = walletRow.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
  if (rows.length === 0 && json.length > 0) return null;
  const offered = rows.filter((row) => row.active && (row.transaction_type ?? 'cashin') === 'cashin');
  return offered.map((row) => ({
    wallet: row.wallet,
    label: labelOf(row),
    name: nameOf(row, offered),
    minimum: row.minimum_payment ?? centavos(0),
    pixDictKey: row.pix_dict_key,
    pixPsp: row.pix_psp,
    isDefault: row.default,
  }));
}

/** Returns the gateway's label. If several accounts share the label, as Pix accounts do, adds the shop's nickname. */
function nameOf(row: Row, all: readonly Row[]): string {
  const label = labelOf(row);
  const shared = all.some((other) => other !== row && labelOf(other) === label);
  return shared && row.wallet_setting_name ? `${label} (${row.wallet_setting_name})` : label;
}

function labelOf(row: Row): string {
  return row.friendly_name ?? row.wallet_setting_name ?? row.wallet;
}
