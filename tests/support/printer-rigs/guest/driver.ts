import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createDevfileTransport } from '../../../../main/core/printing/transports/devfile.ts';
import { createSerialTransport } from '../../../../main/core/printing/transports/serial.ts';
import { createUsbTransport } from '../../../../main/core/printing/transports/usb.ts';
import { systemClock } from '../../../../main/core/boot/system-ports.ts';
import { pullOut, plugIn, type Bench, type Paper } from './bench.ts';
import { cableScenarios } from './cable-scenarios.ts';
import { createDevicePrinter } from './device-printer.ts';
import { createGadget } from './gadget.ts';
import { sharedScenarios } from './shared-scenarios.ts';

/** Runs in the guest: plugs printers in, prints on them, and leaves a line for each finding in findings.jsonl. */
const RIG = '/run/rig';

/** Runs the scenarios one after the other. A scenario that throws is reported and stops no other. */
async function tryAll<B>(
  group: string,
  scenarios: Record<string, (bench: B) => Promise<unknown>>,
  bench: B,
): Promise<void> {
  for (const [name, scenario] of Object.entries(scenarios)) {
    const startMs = performance.now();
    const finding = await scenario(bench).then(
      (value) => ({ value }),
      (error: unknown) => ({
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    );
    appendFileSync(`${RIG}/findings.jsonl`, `${JSON.stringify({ group, name, ...finding })}\n`);
    process.stdout.write(`${group} ${name}: ${Math.round(performance.now() - startMs)} ms\n`);
  }
}

async function readPaper(): Promise<Paper> {
  const [native, raster, roll, everyByte] = await Promise.all(
    ['native', 'raster', 'roll', 'everyByte'].map(async (name) => readFile(`${RIG}/${name}.bin`)),
  );
  if (!native || !raster || !roll || !everyByte) throw new Error('no paper');
  return { native, raster, roll, everyByte };
}

// Names the serial ports, and gives the printers to the group lp.
execFileSync('/lib/systemd/systemd-udevd', ['--daemon']);
const paper = await readPaper();

const epson = {
  gadget: await createGadget(
    'dummy_udc.0',
    { vendor: '04b8', product: '0e28', maker: 'EPSON', model: 'TM-T20X', serial: 'SIM0001' },
    'printer',
    {
      pnp_string: 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T20X;CLS:PRINTER;',
      // Two buffers of 8 KB in its chip.
      q_len: '2',
    },
  ),
  printer: createDevicePrinter('/dev/g_printer0', 'printer'),
  paper,
};
const usb: Bench = {
  ...epson,
  way: createUsbTransport(systemClock),
  target: { kind: 'usb', id: '04b8:0e28:SIM0001' },
};
const devfile: Bench = {
  ...epson,
  way: createDevfileTransport(systemClock),
  target: { kind: 'devfile', id: '04b8:0e28:SIM0001' },
};

const bematech = await createGadget(
  'dummy_udc.1',
  { vendor: '0b1b', product: '0003', maker: 'Bematech', model: 'MP-4200 TH', serial: 'SIM0002' },
  'acm',
);
const serial: Bench = {
  gadget: bematech,
  printer: createDevicePrinter('/dev/ttyGS0', 'terminal'),
  paper,
  way: createSerialTransport(systemClock),
  target: { kind: 'serial', id: '0b1b:0003:SIM0002', baudRate: 115_200 },
};

for (const bench of [usb, devfile]) {
  await plugIn(bench);
  await tryAll(bench.way.kind, cableScenarios, bench);
  await pullOut(bench);
}
// The status of a printer is the same over every cable.
const { discovery, slips, stall, unplugged, replugged } = cableScenarios;
await plugIn(serial);
await tryAll('serial', { discovery, slips, stall, unplugged, replugged }, serial);
await plugIn(devfile);
await tryAll('shared', sharedScenarios, { usb, devfile, serial });
process.exit(0);
