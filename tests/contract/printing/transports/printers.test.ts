import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { FoundPrinter, PrinterTransport } from '../../../../main/core/printing/transport-port.ts';
import { answerInTime } from '../../../../main/core/printing/transports/answer-in-time.ts';
import { createPrinters, joinTransports } from '../../../../main/core/printing/transports/create-printers.ts';
import { systemClock } from '../../../../main/core/boot/system-ports.ts';
import { createVirtualClock } from '../../../support/time/virtual-clock.ts';

const FOUND: FoundPrinter = {
  target: { kind: 'tcp9100', id: '10.0.0.7:9100' },
  label: 'Cozinha',
  place: '10.0.0.7',
};

const way = (kind: PrinterTransport['kind'], list: PrinterTransport['list']): PrinterTransport => ({
  kind,
  list,
  status: async () => Promise.reject(new Error('not asked for')),
  send: async () => Promise.reject(new Error('not asked for')),
});

it('searches this machine without failing, whatever it has', async () => {
  const { printers, unsearched } = await createPrinters(systemClock, () => []).discover();
  for (const { kind } of unsearched) {
    expect(printers.filter(({ target }) => target.kind === kind)).toEqual([]);
  }
});

it('lets a process end by itself after a search', async () => {
  const program = fileURLToPath(new URL('../../../support/printers/end-after-search.ts', import.meta.url));
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = text(child.stdout);
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(await said).toContain('searched');
});

it('tells a kind that cannot be searched, and hides no other', async () => {
  const printers = joinTransports([
    way('usb', async () => Promise.reject(new Error('Cannot find native binding'))),
    way('tcp9100', async () => Promise.resolve([FOUND])),
  ]);
  expect(await printers.discover()).toEqual({
    printers: [FOUND],
    unsearched: [{ kind: 'usb', trouble: 'no-library', detail: 'Cannot find native binding' }],
  });
});

it('waits for no kind that never answers', async () => {
  const clock = createVirtualClock();
  const printers = joinTransports([
    answerInTime(
      clock,
      way('spooler', async () => new Promise(() => undefined)),
    ),
    way('tcp9100', async () => Promise.resolve([FOUND])),
  ]);
  const discovery = printers.discover();
  await clock.advance(60_000);
  expect(await discovery).toMatchObject({
    printers: [FOUND],
    unsearched: [{ kind: 'spooler', trouble: 'no-answer', detail: 'no answer within 30000 ms' }],
  });
});

it('reaches no printer of a kind it has no way to', async () => {
  const printers = joinTransports([]);
  const outcome = await printers.send(FOUND.target, Uint8Array.of(1), { dialect: 'none' });
  expect(outcome).toMatchObject({ kind: 'not_started', reason: 'NO_DRIVER' });
  expect(await printers.status(FOUND.target, { dialect: 'none' })).toMatchObject({ kind: 'unreachable' });
});
