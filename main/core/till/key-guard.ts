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
import { greet } from './greeting.ts';
import { stampOf } from '../ledger/backup/backups.ts';
import { createLedger, type Ledger } from '../ledger/ledger.ts';
import { openLedgerFile } from '../ledger/open-ledger.ts';
import type { StorageErrorCode } from '../ledger/storage-error.ts';
import type { Till } from './till.ts';

/** Somebody who may change the keys has said so. */
export interface KeySignature {
  readonly actor: string;
  /** Writes the change into the diary of production. Throws when the disk takes nothing. */
  tell(change: KeyChange, credentials: Credentials | null): void;
  /** To be called once, whatever became of it. */
  close(): void;
}

export interface KeyGuardPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
}

interface Books {
  readonly ledger: Ledger;
  readonly operators: Operators;
  close(): void;
}

/**
 * Asks for the PIN of a manager of production, whatever till is at work: everybody knows the PINs of training. While
 * production has no manager yet, keys are free. `folder` is production's; without it nobody is asked unless keys come.
 */
export async function signForKeys(
  till: Till,
  folder: string,
  keysCome: boolean,
  pin: string | undefined,
  ports: KeyGuardPorts,
): Promise<Result<KeySignature, PinError | { readonly code: 'storage-failed' }>> {
  if (till.mode === 'training' && !keysCome && !existsSync(folder))
    return ok({ actor: ACTORS.firstRun, tell: () => undefined, close: () => undefined });
  const books = till.mode === 'production' ? ok(booksOf(till)) : openBooks(folder, ports);
  if (!books.ok) return err({ code: 'storage-failed' });
  const { ledger, operators, close } = books.value;
  try {
    const asked = await askManager(operators, 'configure', pin);
    if (!asked.ok) {
      close();
      return asked;
    }
    const actor = asked.value;
    return ok({ actor, close, tell: (change, keys) => tellOfKeys(ledger, change, keys, actor) });
  } catch (error) {
    close();
    throw error;
  }
}

/** The diary names the place and the end of the client id, so that a swap is seen; never a key. */
export function tellOfKeys(
  ledger: Ledger,
  change: KeyChange,
  credentials: Credentials | null,
  actor: string,
): void {
  const host = credentials === null ? null : new URL(credentials.baseUrl).host;
  const clientIdEnd = credentials === null ? null : endOf(credentials.clientId);
  ledger.record('gateway-changed', { change, host, clientIdEnd }, actor);
}

/** As a window sees it: of a short one nothing, since four of eight would be half of it. */
function endOf(clientId: string): string {
  return clientId.length > 12 ? clientId.slice(-4) : '';
}

function booksOf({ ledger, operators }: Till): Books {
  return { ledger, operators, close: () => undefined };
}

/** Opens the books of production beside a till that trains; a till of production is not at work then. */
function openBooks(
  folder: string,
  { clock, random, logger }: KeyGuardPorts,
): Result<Books, StorageErrorCode> {
  const file = openLedgerFile(folder, stampOf(clock.now()));
  if (!file.ok) return file;
  const { db } = file.value;
  const ledger = createLedger(db, clock, () => readSettings({ db }).zone);
  // How the file was found is told once, to whoever opens it.
  greet(file.value, ledger, createNotices(ledger, clock), clock, logger);
  return ok({ ledger, operators: createOperators(ledger, clock, random), close: () => ledger.close() });
}
