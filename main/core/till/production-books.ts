import { existsSync } from 'node:fs';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import { createNotices, noticeLocks } from '../directory/notices.ts';
import { createOperators, type Operators } from '../directory/people/operators.ts';
import { createPinWaits, type PinWaits } from '../directory/people/pin-waits.ts';
import { readSettings } from '../directory/shop/settings.ts';
import { reportHowLedgerOpened } from './report-how-ledger-opened.ts';
import { createLedger, type Ledger } from '../ledger/ledger.ts';
import { openLedgerFile } from '../ledger/open-ledger.ts';
import type { StorageErrorCode } from '../ledger/storage-error.ts';
import type { Till } from './till.ts';

/** The ledger and the people of production. */
export interface ProductionBooks {
  readonly ledger: Ledger;
  readonly operators: Operators;
  /** Closes what was opened. Must be called once, before another till opens. */
  close(): void;
}

/** The books of production, also while the till is in training. */
export interface Production {
  /** True if this till has been in production before. */
  exists(): boolean;
  /** True if the vault knows a ledger of production. */
  isKnown(): boolean;
  /** Opens the books, and creates them if they do not exist. If the till is in production, returns its own. */
  open(): Result<ProductionBooks, StorageErrorCode>;
}

/** The ports of `production`. */
interface ProductionPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** Returns the id of production's ledger if it is known. */
  readonly ledgerId: () => string | undefined;
}

/** Returns the books of production in `folder`. */
export function productionIn(folder: string, till: () => Till, ports: ProductionPorts): Production {
  // The books are opened for each try. The waits after wrong PINs last longer than that.
  const waits = createPinWaits(ports.clock);
  return {
    exists: () => existsSync(folder),
    isKnown: () => ports.ledgerId() !== undefined,
    open() {
      const { identity, ledger, operators } = till();
      return identity.mode === 'production'
        ? ok({ ledger, operators, close: () => undefined })
        : openBooks(folder, ports, waits);
    },
  };
}

/** Opens the ledger of production while the till is in training. No till of production is open then. */
function openBooks(
  folder: string,
  { clock, random, logger, ledgerId }: ProductionPorts,
  waits: PinWaits,
): Result<ProductionBooks, StorageErrorCode> {
  const file = openLedgerFile(folder, {
    mode: 'production',
    now: clock.now(),
    random,
    ledgerId: ledgerId(),
  });
  if (!file.ok) return file;
  const { db } = file.value;
  const ledger = createLedger(db, clock, () => readSettings({ db }).zone, random);
  // A restore or a repair is reported once, by the first opening after it. That can be this one.
  const notices = createNotices(ledger, clock);
  reportHowLedgerOpened(file.value, ledger, notices, clock, logger);
  const operators = createOperators(ledger, clock, random, {
    waits,
    locks: true,
    onLocks: () => noticeLocks(notices, operators),
  });
  return ok({ ledger, operators, close: () => ledger.close() });
}
