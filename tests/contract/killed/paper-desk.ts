import { createNames } from '../../../main/core/directory/names.ts';
import { join } from 'node:path';
import { createLogger } from '../../../main/core/boot/core-logger.ts';
import { createSettingsStore, type PrinterSetting } from '../../../main/core/directory/shop/settings.ts';
import { createLedger, type Ledger } from '../../../main/core/ledger/ledger.ts';
import { openLedgerFile } from '../../../main/core/ledger/open-ledger.ts';
import type { PrintDesk } from '../../../main/core/printing/desk/print-desk.ts';
import { joinTransports } from '../../../main/core/printing/transports/create-printers.ts';
import { systemClock, systemRandom } from '../../../main/core/boot/system-ports.ts';
import { createTillPrinting } from '../../../main/core/printing/desk/till-printing.ts';
import type { PrintState } from '../../../shared/domain/printer/print-state.ts';
import type { OriginalRequest } from '../../../shared/domain/ticket/context.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

/** A row of the print queue, as it is in the file. */
export interface PaperRow {
  readonly id: string;
  readonly state: PrintState;
  readonly reason: string | null;
  readonly tries: number;
  readonly bytes: Uint8Array;
}

/** What a person does about slips, between two lives of a till: by the till's own parts, on the till's own file. */
export interface PaperDesk {
  readonly desk: PrintDesk;
  readonly rows: readonly PaperRow[];
}

/** Opens the training ledger of a data folder in which no till is at work, for one visit. Nothing is sent meanwhile. */
export async function visitDesk<T>(
  dataDir: string,
  printer: PrinterSetting,
  visit: (desk: PaperDesk) => T,
): Promise<T> {
  const ledger = openLedger(dataDir);
  const settings = createSettingsStore(ledger);
  if (settings.get().printer === null) settings.set({ printer }, byWindow('marta'));
  const printing = createTillPrinting({
    ledger,
    settings,
    printers: joinTransports([]),
    service: () => {
      throw new Error('nobody charges here');
    },
    names: createNames(
      () => null,
      () => [],
    ),
    training: true,
    clock: systemClock,
    random: systemRandom,
    logger: createLogger(() => undefined, systemClock),
    changed: () => undefined,
  });
  await printing.load();
  const rows = ledger.db
    .prepare<[], PaperRow>('SELECT id, state, reason, tries, bytes FROM print_job ORDER BY id')
    .all();
  const seen = visit({ desk: printing.desk, rows });
  await printing.stop();
  ledger.close();
  return seen;
}

function openLedger(dataDir: string): Ledger {
  const file = openLedgerFile(join(dataDir, 'training'), {
    mode: 'training',
    now: systemClock.now(),
    random: systemRandom,
  });
  if (!file.ok) throw new Error(`the ledger does not open: ${file.error}`);
  return createLedger(file.value.db, systemClock, () => 'America/Sao_Paulo', systemRandom);
}

/** A slip that is like no other within its first 400 bytes: the closing of the till with this number. */
export function slip(number: number): OriginalRequest {
  const none = { count: 0, total: 0 as never };
  return {
    document: 'closing',
    shift: {
      till: `caixa-${number}`,
      openedAt: epochMs(0),
      closedAt: epochMs(1),
      rows: [],
      refunded: none,
      statuses: [],
      late: 0,
      forced: 0,
      first: null,
      last: null,
      head: { seq: number, hash: number.toString(16).padStart(64, '0') },
    },
  };
}
