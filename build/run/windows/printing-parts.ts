import { cupsPackages } from '../debian-packages.ts';
import { samplePaper } from '../../../tests/support/printer-rigs/paper.ts';
import { startCups } from '../../../tests/support/printer-rigs/start-cups.ts';
import { whyNotWith } from '../../../tests/support/printer-rigs/why-not.ts';
import { startFakeTcpPrinter } from '../../../tests/support/printers/fake-tcp-printer.ts';
import { freePort } from './free-port.ts';
import { createFindings, type Part } from './part.ts';
import { vitestPart } from './vitest-part.ts';

const QUEUE = 'caixa';

/** The spooler of Windows, which Wine connects to CUPS: paper goes to a raw queue byte for byte. */
export const printingPart: Part = {
  name: 'printing',
  async run(windows) {
    const whyNot = await whyNotWith(cupsPackages);
    if (whyNot !== undefined) return { passed: 0, notRun: [`printing to a queue: ${whyNot}`], failures: [] };
    const { claim, outcome } = createFindings();
    const port = await freePort();
    const cups = await startCups(port);
    const printer = await startFakeTcpPrinter({ silent: true });
    try {
      await cups.addRawQueue(QUEUE, printer.id);
      const env = { CUPS_SERVER: `127.0.0.1:${port}` };
      const program = windows.node(['tests/support/windows/print-paper.ts', QUEUE], { env });
      const code = await program.exit;
      const said = program.stdout();
      claim(code === 0 && said.includes(`"id":"${QUEUE}"`), `the queue is found: ${said}${program.stderr()}`);
      const { native, raster, everyByte } = samplePaper();
      const sent = Buffer.concat([native, raster, everyByte]);
      // GetJob of Wine fails for every job (ERROR_INVALID_HANDLE), so the end of a job is unknown. Here the paper counts.
      claim(!said.includes('"kind":"not_started"'), `the spooler takes three slips: ${said}`);
      if (code === 0) await printer.hasPrinted(sent.length);
      claim(sent.equals(Buffer.from(printer.printed())), 'the printer gets every byte of them, and no other');
    } finally {
      await printer.close();
      await cups.stop();
    }
    return outcome();
  },
};

/** A print service that never answers. The test plays it at the port that is named. */
export const hungSpoolerPart: Part = {
  name: 'hung-spooler',
  async run(windows) {
    const env = { CUPS_SERVER: `127.0.0.1:${await freePort()}` };
    return vitestPart('hung-spooler', ['tests/contract/printing/windows'], env).run(windows);
  },
};
