import { join } from 'node:path';
import { createOperators } from '../../../main/core/directory/people/operators.ts';
import { createSettingsStore, type Settings } from '../../../main/core/directory/shop/settings.ts';
import { createLedger, type Ledger } from '../../../main/core/ledger/ledger.ts';
import { openLedgerFile } from '../../../main/core/ledger/open-ledger.ts';
import { systemClock, systemRandom } from '../../../main/core/boot/system-ports.ts';
import { addTrainingPeople } from '../../../main/core/directory/people/training-people.ts';
import type { TillMode } from '../../../shared/domain/till/identity.ts';
import { openVault } from '../../../main/vault/vault.ts';
import { keptLogger } from '../log/kept-logger.ts';
import type { ShopGateway } from './shop-gateway.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

/** Prepares a data folder as after the first run: connected to `shop`, with Ana and Marta and their PINs. */
export async function connectTill(
  dataDir: string,
  shop: ShopGateway,
  settings: Partial<Settings> = {},
): Promise<void> {
  const { accessKey, secretKey, clientId } = shop.credentials;
  const vault = openVault(dataDir, NO_KEYCHAIN, keptLogger().logger);
  const staged = vault.stage({ baseUrl: shop.baseUrl, accessKey, secretKey, clientId }, true);
  if (!staged.ok || !staged.value.commit().ok) throw new Error('the keys could not be stored');
  await inLedger(dataDir, 'production', async (ledger) => {
    createSettingsStore(ledger).set(
      { shopName: 'Loja Centro', tillName: 'Caixa 2', ...settings },
      byWindow('test'),
    );
    await addTrainingPeople(createOperators(ledger, systemClock, systemRandom));
  });
}

/** Changes the settings of a training till that is not running, through the till's store. */
export function setTrainingTill(dataDir: string, change: Partial<Settings>): Promise<void> {
  return inLedger(dataDir, 'training', (ledger) => createSettingsStore(ledger).set(change, byWindow('test')));
}

const NO_KEYCHAIN = { kind: 'none', seal: (text: string) => text, unseal: (text: string) => text } as const;

async function inLedger(
  dataDir: string,
  mode: TillMode,
  work: (ledger: Ledger) => void | Promise<void>,
): Promise<void> {
  const folder = join(dataDir, mode);
  const file = openLedgerFile(folder, { mode, now: systemClock.now(), random: systemRandom });
  if (!file.ok) throw new Error(`the ledger cannot be opened: ${file.error}`);
  const ledger = createLedger(file.value.db, systemClock, () => 'America/Sao_Paulo', systemRandom);
  try {
    await work(ledger);
  } finally {
    ledger.close();
  }
}
