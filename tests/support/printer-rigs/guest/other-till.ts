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

/** What another till was told. */
export interface OtherTill {
  readonly found: readonly FoundPrinter[];
  readonly outcome: SendOutcome;
}

/** What another till is to do. */
export interface OtherTillOrder {
  readonly targets: readonly PrinterTarget[];
  readonly file: string;
  /** Whom the system takes it for; root where nothing is said. */
  readonly uid?: number;
}

/** A till in a process of its own, which prints a file at each printer, and waits as long as it takes. */
const order = JSON.parse(process.argv[2] ?? '') as OtherTillOrder;
const bytes = await readFile(order.file);
const ways = [createUsbTransport, createDevfileTransport, createSerialTransport].map((create) =>
  create(systemClock),
);
if (order.uid !== undefined) {
  // Loads what they need while it can: a repository may lie where only its owner looks.
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
