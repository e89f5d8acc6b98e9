import { join } from 'node:path';
import type { NoticeCode } from '../../../shared/domain/notice/notice-code.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Notices } from '../directory/notices.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { SIDES } from '../ledger/backup/sides.ts';
import { programsHolding } from '../ledger/programs-holding.ts';
import { storageErrorCode, type StorageErrorCode } from '../ledger/storage-error.ts';
import { markSuspect } from '../ledger/upkeep/integrity.ts';

/** The main file of a ledger. */
const LEDGER = 'ledger.db';

/** What the till does if the disk refuses a write. */
export interface StorageTrouble {
  /** Reports in the log and in a notice that the disk refused a write. Marks a damaged ledger for the next start. */
  report(error: unknown): void;
  /** Runs `write`. If the disk refuses it, reports that and returns `otherwise`. Throws every other error. */
  orReport<T>(write: () => T, otherwise: T): T;
}

export interface StorageTroublePorts {
  readonly ledger: Pick<Ledger, 'db'>;
  /** The folder of the ledger. */
  readonly folder: string;
  readonly notices: Notices;
  readonly logger: Logger;
  /** Called after a report. */
  readonly reported: () => void;
}

/** Creates the reporter of a till. */
export function createStorageTrouble(ports: StorageTroublePorts): StorageTrouble {
  const { ledger, folder, notices, logger, reported } = ports;
  const report = (error: unknown): void => {
    const code = storageErrorCode(error);
    logger.error('storage-failed', { code: code ?? 'unknown' });
    if (code === 'damaged' && !ledger.db.memory) markSuspect(folder, String(error));
    const notice = noticeOf(code);
    if (notice === 'held-by-another-program') nameHolders();
    else notices.add(notice, String(code));
    reported();
  };
  const nameHolders = (): void => {
    notices.add('held-by-another-program', LEDGER);
    void programsHolding(SIDES.map((side) => join(folder, LEDGER + side))).then((programs) => {
      if (programs.length === 0 || !ledger.db.open) return;
      logger.error('ledger-held', { programs: programs.join(', ') });
      notices.add('held-by-another-program', [LEDGER, ...programs].join(', '));
      reported();
    });
  };
  return {
    report,
    orReport(write, otherwise) {
      try {
        return write();
      } catch (error) {
        if (storageErrorCode(error) === null) throw error;
        report(error);
        return otherwise;
      }
    },
  };
}

function noticeOf(code: StorageErrorCode | null): NoticeCode {
  if (code === 'disk-full' || code === 'too-many-files' || code === 'held-by-another-program') return code;
  if (code === 'busy') return 'held-by-another-program';
  return code === 'damaged' ? 'ledger-damaged' : 'read-only';
}
