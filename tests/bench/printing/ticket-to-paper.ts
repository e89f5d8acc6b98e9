import { once } from 'node:events';
import { connect } from 'node:net';
import { sampleCharge, sampleContext, sampleRequests } from '../../../build/run/ticket/sample.ts';
import { loadSlipMaker } from '../../../main/core/printing/queue/slip-maker.ts';
import { PROFILES } from '../../../main/core/printing/profiles.ts';
import type { PrinterProfile } from '../../../main/core/printing/encoder-port.ts';
import { originalOf, type OriginalRequest } from '../../../shared/domain/ticket/context.ts';
import { startTestCore } from '../../support/core/start-test-core.ts';
import { startFakeTcpPrinter, type FakeTcpPrinter } from '../../support/printers/fake-tcp-printer.ts';
import { below, rounded, type BenchOptions, type Measured } from '../part.ts';
import { percentile } from '../statistics.ts';
import { inWorkFolder } from '../work-folder.ts';
import { networkPrinter } from '../../support/printers/network-printer.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

const WARM_UP = 10;

/** From asking for a slip to its first byte at a printer in the network, and how long slips are. */
export async function ticketToPaper({ quick }: BenchOptions): Promise<Measured> {
  const count = quick ? 30 : 200;
  const printer = await startFakeTcpPrinter();
  try {
    const ours = await inWorkFolder((folder) => slipsOfTill(folder, printer, count));
    const bare: number[] = [];
    for (let made = 0; made < count; made += 1) bare.push(await bareSocket(printer));
    return {
      what: 'From asking the till for a receipt to its first byte at a printer on this machine: the slip is laid out, encoded, read back and written durably, the printer is called, asked how it is and answers, and the bytes leave. Each slip alone.',
      baseline: 'A connection to the same printer and one byte, without a till.',
      figures: {
        p50: below(50, percentile(ours, 50), 'ms'),
        p95: below(150, percentile(ours, 95), 'ms'),
      },
      numbers: {
        bareP50: rounded(percentile(bare, 50)),
        bareP95: rounded(percentile(bare, 95)),
        slips: count,
        qrSlipNativeBytes: await bytesOf(PROFILES.epson),
        qrSlipRasterBytes58: await bytesOf(PROFILES['generic-58']),
        qrSlipRasterBytes80: await bytesOf(PROFILES['generic-80']),
        qrSlipDarumaBytes: await bytesOf(PROFILES.daruma),
      },
    };
  } finally {
    await printer.close();
  }
}

async function slipsOfTill(folder: string, printer: FakeTcpPrinter, count: number): Promise<number[]> {
  const core = await startTestCore(folder);
  const { printing, onChange } = core.till();
  await printing.configure(networkPrinter(printer.id), byWindow('bench'));
  const printedAll = (): Promise<void> =>
    new Promise((resolve) => {
      const cancel = onChange(() => {
        if (printing.open().length > 0) return;
        cancel();
        resolve();
      });
    });
  const took: number[] = [];
  for (let made = -WARM_UP; made < count; made += 1) {
    const first = printer.hasPrinted(printer.printed().length + 1);
    const done = printedAll();
    const asked = performance.now();
    const job = printing.desk.printRequest(receipt());
    if (!job.ok) throw new Error(job.error);
    await first;
    if (made >= 0) took.push(performance.now() - asked);
    await done;
  }
  await core.stop();
  return took;
}

function receipt(): OriginalRequest {
  const request = sampleRequests.find(({ document }) => document === 'receipt');
  if (request === undefined) throw new Error('no sample of a receipt');
  return originalOf(request);
}

async function bareSocket(printer: FakeTcpPrinter): Promise<number> {
  const [host = '', port = ''] = printer.id.split(':');
  const first = printer.hasPrinted(printer.printed().length + 1);
  const asked = performance.now();
  const socket = connect(Number(port), host);
  socket.end(' ');
  await first;
  const took = performance.now() - asked;
  await once(socket, 'close');
  return took;
}

async function bytesOf(profile: PrinterProfile): Promise<number> {
  const make = await loadSlipMaker('pos');
  const bytes = make({ document: 'qr-slip', charge: sampleCharge }, sampleContext, profile);
  if (!bytes.ok) throw new Error(bytes.error);
  return bytes.value.length;
}
