import { systemClock } from '../../../main/core/boot/system-ports.ts';
import { createSpoolerTransport } from '../../../main/core/printing/transports/spooler.ts';
import { samplePaper } from '../printer-rigs/paper.ts';

/** The wait for the end of a job. Wine's print service does not tell of it. */
const JOB_MS = 2_000;

/** Prints sample slips at the queue of the argument, over the print service of this system. Prints what came of each as JSON. */
const [, , id = ''] = process.argv;
const spooler = createSpoolerTransport(systemClock);
const { native, raster, everyByte } = samplePaper();
const outcomes = [];
for (const bytes of [native, raster, everyByte])
  outcomes.push(await spooler.send({ kind: 'spooler', id }, bytes, { dialect: 'none', jobMs: JOB_MS }));
process.stdout.write(`${JSON.stringify({ queues: await spooler.list(), outcomes })}\n`);
process.exit(0);
