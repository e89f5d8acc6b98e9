import { parentPort, workerData } from 'node:worker_threads';
import type { PrinterTransport } from '../../../main/core/printing/transport-port.ts';
import { serveTransport } from '../../../main/core/printing/transports/serve-transport.ts';
import { UNKNOWN_STATUS } from '../../../main/core/printing/status/printer-status.ts';

/**
 * The thread of a transport whose print service hangs. A call for a printer whose name begins with `hangs` holds the thread
 * until the gate opens. `shared[0]` is the gate, open at 1. `shared[1]` counts the printed bytes.
 */
const shared = workerData as Int32Array<SharedArrayBuffer>;

const hang = (id: string): void => {
  if (id.startsWith('hangs')) Atomics.wait(shared, 0, 0);
};

const transport: PrinterTransport = {
  kind: 'spooler',
  list: async () => Promise.resolve([]),
  async status({ id }) {
    hang(id);
    return Promise.resolve({ kind: 'asked', status: UNKNOWN_STATUS });
  },
  async send({ id }, bytes, { signal }) {
    hang(id);
    if (signal?.aborted === true)
      return Promise.resolve({ kind: 'not_started', reason: 'ABORTED', detail: 'ended' });
    Atomics.add(shared, 1, bytes.length);
    return Promise.resolve({ kind: 'delivered', confirmed: false, status: UNKNOWN_STATUS });
  },
};

if (parentPort !== null) serveTransport(transport, parentPort);
