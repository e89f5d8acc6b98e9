import { open, type FileHandle } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { UNKNOWN_STATUS } from '../status/printer-status.ts';
import type { PrinterTransport, SendOutcome } from '../transport-port.ts';
import { faultOf } from './fault-of.ts';

/**
 * Creates the transport that writes to a file instead of a printer, for trials. It never runs out of paper, and each job is
 * appended. The id is an absolute path. A job that cannot be written completely is removed.
 */
export function createFileTransport(): PrinterTransport {
  return {
    kind: 'file',
    list: async () => Promise.resolve([]),
    status: async () => Promise.resolve({ kind: 'asked', status: UNKNOWN_STATUS }),
    async send(target, bytes) {
      if (!isAbsolute(target.id)) return rejected(`not an absolute path: ${target.id}`);
      try {
        await using file = await open(target.id, 'a', 0o600);
        return await append(file, bytes);
      } catch (error) {
        return rejected(faultOf(error, 'REJECTED').detail);
      }
    },
  };
}

async function append(file: FileHandle, bytes: Uint8Array): Promise<SendOutcome> {
  const before = await file.stat();
  if (!before.isFile()) return rejected('no ordinary file');
  try {
    await file.appendFile(bytes);
    await file.sync();
  } catch (error) {
    await file.truncate(before.size);
    return rejected(faultOf(error, 'REJECTED').detail);
  }
  return { kind: 'delivered', confirmed: true, status: UNKNOWN_STATUS };
}

function rejected(detail: string): SendOutcome {
  return { kind: 'not_started', reason: 'REJECTED', detail };
}
