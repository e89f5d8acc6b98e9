import { join } from 'node:path';
import type { Logger } from '../../../shared/kernel/logger.ts';
import { SECOND, type Cancel, type Clock } from '../../../shared/kernel/time.ts';
import { removeIfFree } from '../../files/file-operations.ts';
import { isHeldError } from '../../files/while-held.ts';
import { writePrivateFile, writePrivateFileIfFree } from '../ledger/private-file.ts';

/** The pause before the next try to write a file that another program holds, ms. */
const AGAIN = 5 * SECOND;

/** The process of a till. After a crash another process can get its number, and that one has started later. */
export interface TillProcess {
  readonly pid: number;
  /** RFC 3339, UTC. */
  readonly startedAt: string;
  /** The start in the clock ticks of Linux since the start of the machine. Null on other systems. */
  readonly startTicks: number | null;
}

/** What the shop's software needs to call the till, and to see whether it lives. */
interface Address extends TillProcess {
  readonly url: string;
  readonly tokenFile: string;
  readonly version: string;
}

/** `api.json` in the data folder, which has the address of the API. */
export interface AddressFile {
  /** Removes the file. If another program holds it, leaves it. */
  remove(): void;
}

export interface AddressFilePorts {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Called with the file if another program holds it, and with null when it is written later. */
  readonly held: (file: string | null) => void;
}

/**
 * Writes the file. If another program holds it, reports that and tries again until it is written. Meanwhile it has the address of
 * an earlier run. Throws every other error of the file system.
 */
export function keepAddressFile(dataDir: string, address: Address, ports: AddressFilePorts): AddressFile {
  const { clock, logger, held } = ports;
  const file = join(dataDir, 'api.json');
  const text = `${JSON.stringify(address, null, 2)}\n`;
  let cancel: Cancel = () => undefined;
  const tryAgain = (): void => {
    cancel = clock.after(AGAIN, () => {
      if (!writePrivateFileIfFree(file, text)) return tryAgain();
      logger.info('api-file-written');
      held(null);
    });
  };
  try {
    writePrivateFile(file, text);
  } catch (error) {
    if (!isHeldError(error)) throw error;
    logger.error('api-file-held', { file });
    held(file);
    tryAgain();
  }
  return {
    remove() {
      cancel();
      if (!removeIfFree(file)) logger.warn('api-file-not-removed', { file });
    },
  };
}
