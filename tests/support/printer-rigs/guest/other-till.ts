import { readFile } from 'node:fs/promises';
import type {
  FoundPrinter,
  PrinterTarget,
  SendOutcome,
  StatusReply,
} from '../../../../main/core/printing/transport-port.ts';
import { createDevfileTransport } from '../../../../main/core/printing/transports/devfile.ts';
import { createSerialTransport } from '../../../../main/core/printing/transports/serial.ts';
import { createUsbTransport } from '../../../../main/core/printing/transports/usb.ts';
import { systemClock } from '../../../../main/core/system-ports.ts';
import { PATIENT, SILENT } from './bench.ts';

/** What another till was told. */
export interface OtherTill {
  readonly found: readonly FoundPrinter[];
  readonly status: StatusReply;
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
// Loaded before the rights are given up: a repository may lie where only its owner looks.
await Promise.all([import('usb'), import('serialport')]);
if (order.uid !== undefined) {
  process.setgroups?.([]);
  process.setgid?.(order.uid);
  process.setuid?.(order.uid);
}
const ways = [createUsbTransport, createDevfileTransport, createSerialTransport].map((create) =>
  create(systemClock),
);
const told: OtherTill[] = [];
for (const target of order.targets) {
  const way = ways.find(({ kind }) => kind === target.kind);
  if (way === undefined) throw new Error(`no way ${target.kind}`);
  const found = await way.list();
  const outcome = await way.send(target, bytes, { ...SILENT, idleMs: 600_000, jobMs: 600_000 });
  told.push({ found, status: await way.status(target, PATIENT), outcome });
}
process.stdout.write(JSON.stringify(told));
