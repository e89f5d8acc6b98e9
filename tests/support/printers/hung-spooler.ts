import { createServer } from 'node:net';
import { endProcess } from '../../../main/core/boot/end-process.ts';
import { systemClock } from '../../../main/core/boot/system-ports.ts';
import { createPrinters } from '../../../main/core/printing/transports/create-printers.ts';

/**
 * A process whose spooler asks a print server that accepts the connection and never answers, at the port of its argument. When
 * the spooler waits for it, the process ends itself. A process that the spooler holds does not see the connection.
 */
const printers = createPrinters(systemClock, () => []);
const server = createServer(() => endProcess(0, printers.hasCallsUnderWay()));
server.listen(Number(process.argv[2]), '127.0.0.1', () => void printers.discover());
