import { ACTORS } from '../../../shared/domain/people/actors.ts';
import { existsSync } from 'node:fs';
import type { Credentials } from '../../../shared/contract/main-port.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import type { KeyChange } from '../../../shared/domain/ledger-event/till-event.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import { askManager } from '../directory/people/ask-manager.ts';
import { createNotices } from '../directory/notices.ts';
import { createOperators, type Operators, type PinError } from '../directory/people/operators.ts';
import { readSettings } from '../directory/shop/settings.ts';
import { reportHowLedgerOpened } from './report-how-ledger-opened.ts';
import { createLedger, type Ledger } from '../ledger/ledger.ts';
import { openLedgerFile } from '../ledger/open-ledger.ts';
import type { StorageErrorCode } from '../ledger/storage-error.ts';
import type { Till } from './till.ts';

/** The permission to change the credentials, given by a person who may. */
export interface KeySignature {
  readonly actor: string;
  /** Writes the change into the diary of production. Throws if the disk takes nothing. */
  record(change: KeyChange, credentials: Credentials | null): void;
  /** Closes the ledger that was opened to check the PIN. Must be called once, also if the change fails. */
  close(): void;
}

/** What the check of the PIN works with. */
export interface KeyGuardPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
}

/** The ledger and the people of production. */
interface Books {
  readonly ledger: Ledger;
  readonly operators: Operators;
  close(): void;
}

/**
 * Checks the PIN of a manager of production, also while the till is in training, because the PINs of training are public. If
 * production has no manager yet, no PIN is needed. If production has no ledger and no credentials are set, nothing is
 * checked. Fails with `wrong-pin` or `wait`, or with `storage-failed` if production's ledger cannot be opened.
 *
 * @param folder the folder of production's ledger.
 * @param keysCome true if new credentials are set.
 */
export async function signForKeys(
  till: Till,
  folder: string,
  keysCome: boolean,
  pin: string | undefined,
  ports: KeyGuardPorts,
): Promise<Result<KeySignature, PinError | { readonly code: 'storage-failed' }>> {
  if (till.identity.mode === 'training' && !keysCome && !existsSync(folder))
    return ok({ actor: ACTORS.firstRun, record: () => undefined, close: () => undefined });
  const books = till.identity.mode === 'production' ? ok(booksOf(till)) : openBooks(folder, ports);
  if (!books.ok) return err({ code: 'storage-failed' });
  const { ledger, operators, close } = books.value;
  try {
    const asked = await askManager(operators, 'configure', pin);
    if (!asked.ok) {
      close();
      return asked;
    }
    const actor = asked.value;
    return ok({ actor, close, record: (change, keys) => recordKeyChange(ledger, change, keys, actor) });
  } catch (error) {
    close();
    throw error;
  }
}

/**
 * Records a change of the credentials in the diary, with the host and the end of the Client ID, so that a swap is visible.
 * Never records a key. Throws if the disk takes nothing.
 */
export function recordKeyChange(
  ledger: Ledger,
  change: KeyChange,
  credentials: Credentials | null,
  actor: string,
): void {
  const host = credentials === null ? null : new URL(credentials.baseUrl).host;
  const clientIdEnd = credentials === null ? null : endOf(credentials.clientId);
  ledger.record('gateway-changed', { change, host, clientIdEnd }, actor);
}

/** Returns the last four characters, as the windows show them. Returns nothing of a short Client ID: four would be half of it. */
function endOf(clientId: string): string {
  return clientId.length > 12 ? clientId.slice(-4) : '';
}

function booksOf({ ledger, operators }: Till): Books {
  return { ledger, operators, close: () => undefined };
}

/** Opens production's ledger while the till is in training. No till of production is open then. */
function openBooks(
  folder: string,
  { clock, random, logger }: KeyGuardPorts,
): Result<Books, StorageErrorCode> {
  const file = openLedgerFile(folder, { mode: 'production', now: clock.now(), random });
  if (!file.ok) return file;
  const { db } = file.value;
  const ledger = createLedger(db, clock, () => readSettings({ db }).zone);
  // A restore or a repair is reported once, by the first opening after it. That can be this one.
  reportHowLedgerOpened(file.value, ledger, createNotices(ledger, clock), clock, logger);
  return ok({ ledger, operators: createOperators(ledger, clock, random), close: () => ledger.close() });
}
