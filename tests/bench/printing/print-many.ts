/** Prints so many receipts with a till of its own and tells in a line of JSON what it held before and after, MB. */
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleRequests } from '../../../build/run/ticket/sample.ts';
import { originalOf } from '../../../shared/domain/ticket/context.ts';
import { UNKNOWN_STATUS } from '../../../main/core/printing/status/printer-status.ts';
import { joinTransports } from '../../../main/core/printing/transports/create-printers.ts';
import { startTestCore } from '../../support/core/start-test-core.ts';
import { networkPrinter } from '../../support/printers/network-printer.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

const WARM_UP = 500;

const [folder = '', count = '0'] = process.argv.slice(2);
const paper = join(folder, 'paper.bin');
// A printer that takes each job at once, so that the slips are measured and not the wait for paper.
const printers = joinTransports([
  {
    kind: 'tcp9100',
    list: async () => [],
    status: async () => ({ kind: 'asked', status: UNKNOWN_STATUS }),
    async send(_, bytes) {
      await appendFile(paper, bytes);
      return { kind: 'delivered', confirmed: true, status: UNKNOWN_STATUS };
    },
  },
]);
const core = await startTestCore(folder, { printers });
const { printing, onChange } = core.till();
await printing.configure(networkPrinter(), byWindow('bench'));
const receipt = sampleRequests.find(({ document }) => document === 'receipt');
if (receipt === undefined) throw new Error('no sample of a receipt');
const request = originalOf(receipt);

async function print(slips: number): Promise<void> {
  for (let made = 0; made < slips; made += 1) {
    const job = printing.desk.printRequest(request);
    if (!job.ok) throw new Error(job.error);
    await new Promise<void>((resolve) => {
      const cancel = onChange(() => {
        if (printing.open().length > 0) return;
        cancel();
        resolve();
      });
    });
  }
}

function held(): { heapMb: number; rssMb: number } {
  // What a till sends to main as it comes is kept by a test's core.
  core.logs.splice(0);
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heapMb: (heapUsed + arrayBuffers) / 2 ** 20, rssMb: rss / 2 ** 20 };
}

await print(WARM_UP);
const before = held();
await print(Number(count));
process.stdout.write(`${JSON.stringify({ before, after: held() })}\n`);
await core.stop();
