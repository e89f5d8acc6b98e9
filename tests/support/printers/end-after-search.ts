import { systemClock } from '../../../main/core/boot/system-ports.ts';
import { createPrinters } from '../../../main/core/printing/transports/create-printers.ts';

/** A process that searches this machine's printers, reports it and has nothing left to do. */
const { unsearched } = await createPrinters(systemClock, () => []).discover();
process.stdout.write(`searched, without ${unsearched.length} kinds\n`);
