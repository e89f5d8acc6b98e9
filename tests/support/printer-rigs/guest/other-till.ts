import { readFile } from 'node:fs/promises';
import type {
  FoundPrinter,
  PrinterTarget,
  SendOutcome,
} from '../../../../main/core/printing/transport-port.ts';
import { createDevfileTransport } from '../../../../main/core/printing/transports/devfile.ts';
import { createSerialTransport } from '../../../../main/core/printing/transports/serial.ts';
import { createUsbTransport } from '../../../../main/core/printing/transports/usb.ts';
import { systemClock } from '../../../../main/core/boot/system-ports.ts';
import { SILENT } from './bench.ts';

/** The results of another till. */
export interface OtherTill {
  readonly found: readonly FoundPrinter[];
  readonly outcome: SendOutcome;
}

/** The order for another till. */
export interface OtherTillOrder {
  readonly targets: readonly PrinterTarget[];
  readonly file: string;
  /** Its user. root by default. */
  readonly uid?: number;
}

/** Another till in another process. It prints a file on each printer and waits until that is done. */
const order = JSON.parse(process.argv[2] ?? '') as OtherTillOrder;
const bytes = await readFile(order.file);
const ways = [createUsbTransport, createDevfileTransport, createSerialTransport].map((create) =>
  create(systemClock),
);
if (order.uid !== undefined) {
  // Loads the packages before it changes its user, who may not be able to read the repository.
  await Promise.all(ways.map(async (way) => way.list()));
  process.setgroups?.([]);
  process.setgid?.(order.uid);
  process.setuid?.(order.uid);
}
const told: OtherTill[] = [];
for (const target of order.targets) {
  const way = ways.find(({ kind }) => kind === target.kind);
  if (way === undefined) throw new Error(`no way ${target.kind}`);
  const found = await way.list();
  const outcome = await way.send(target, bytes, { ...SILENT, idleMs: 600_000, jobMs: 600_000 });
  told.push({ found, outcome });
}
process.stdout.write(JSON.stringify(told));
