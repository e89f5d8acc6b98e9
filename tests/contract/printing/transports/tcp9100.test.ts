import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { SendOptions, SendOutcome } from '../../../../main/core/printing/transport-port.ts';
import { createTcpTransport } from '../../../../main/core/printing/transports/tcp9100.ts';
import { systemClock } from '../../../../main/core/boot/system-ports.ts';
import {
  freeLoopbackAddress,
  startFakeTcpPrinter,
  type FakeTcpPrinter,
  type PrinterFaults,
} from '../../../support/printers/fake-tcp-printer.ts';

const tcp = createTcpTransport(systemClock);
/** No byte of it can be taken for a question about the printer's state. */
const SLIP = new Uint8Array(14_836).fill(0x41).map((byte, index) => byte + (index % 64));
/** More than the system takes into its own memory. */
const ROLL = new Uint8Array(16 * 1024 * 1024).fill(0x42);
const QUICK: SendOptions = { dialect: 'dle', answerMs: 150, idleMs: 400, connectMs: 500 };

let printer: FakeTcpPrinter | undefined;

afterEach(async () => {
  await printer?.close();
  printer = undefined;
});

async function print(
  faults: Partial<PrinterFaults>,
  bytes = SLIP,
  options = QUICK,
): Promise<SendOutcome & { readonly printer: FakeTcpPrinter }> {
  printer = await startFakeTcpPrinter(faults);
  return { ...(await tcp.send({ kind: 'tcp9100', id: printer.id }, bytes, options)), printer };
}

it('delivers a slip byte for byte, and knows that it is printed', async () => {
  const outcome = await print({});
  expect(outcome).toMatchObject({
    kind: 'delivered',
    confirmed: true,
    status: { online: 'yes', paper: 'ok', cover: 'closed' },
  });
  expect(outcome.printer.printed()).toEqual(SLIP);
});

it('believes the real-time status of a printer that knows no other', async () => {
  const outcome = await print({ onlyRealTime: true });
  expect(outcome).toMatchObject({ kind: 'delivered', confirmed: true });
  expect(outcome.printer.printed()).toEqual(SLIP);
});

it('tells paper that comes to its end, and prints', async () => {
  const outcome = await print({ paper: 'near-end' });
  expect(outcome).toMatchObject({ kind: 'delivered', confirmed: true, status: { paper: 'near-end' } });
});

it('calls a silent printer unknown, never broken', async () => {
  const outcome = await print({ silent: true });
  expect(outcome).toMatchObject({
    kind: 'delivered',
    confirmed: false,
    status: { online: 'unknown', paper: 'unknown' },
  });
  await outcome.printer.hasPrinted(SLIP.length);
  expect(outcome.printer.printed()).toEqual(SLIP);
});

it('sends a printer without a status language nothing but the job', async () => {
  const outcome = await print({}, SLIP, { ...QUICK, dialect: 'none' });
  expect(outcome).toMatchObject({ kind: 'delivered', confirmed: false });
  await outcome.printer.hasPrinted(SLIP.length);
  expect(outcome.printer.printed()).toEqual(SLIP);
});

it.each([
  ['no paper', { paper: 'out' }, 'PAPER_OUT'],
  ['an open cover', { cover: 'open' }, 'COVER_OPEN'],
  ['both: the cover first, under which the paper goes', { paper: 'out', cover: 'open' }, 'COVER_OPEN'],
] as const)('sends no byte to a printer with %s', async (_, faults, reason) => {
  const outcome = await print(faults);
  expect(outcome).toMatchObject({ kind: 'not_started', reason });
  expect(outcome.printer.printed()).toHaveLength(0);
});

it('tells paper that ends within the slip', async () => {
  const outcome = await print({ paperEndsAfter: 6_000 });
  expect(outcome).toMatchObject({ kind: 'partial', reason: 'PAPER_OUT', accepted: SLIP.length, maybe: 0 });
});

it.each([
  ['resets the line', { resetAfter: 6_000 }, 'dle'],
  ['hangs up', { hangUpAfter: 6_000 }, 'dle'],
  ['resets the line, and never answered', { resetAfter: 6_000, silent: true }, 'dle'],
  ['resets the line, and is asked nothing', { resetAfter: 6_000 }, 'none'],
] as const)('does not know how much of a slip came out when the printer %s', async (_, faults, dialect) => {
  const outcome = await print(faults, SLIP, { ...QUICK, dialect });
  expect(outcome).toMatchObject({ kind: 'partial', reason: 'UNPLUGGED' });
  expectCounted(outcome);
});

it('tells a printer that answered and takes no byte any more from a silent one', async () => {
  const outcome = await print({ stopsAfter: 3_000 });
  expect(outcome).toMatchObject({ kind: 'partial', reason: 'NO_PROGRESS' });
  expectCounted(outcome);
});

it('does not wait for ever for a printer that takes no byte any more', async () => {
  const outcome = await print({ stopsAfter: 3_000 }, ROLL, { ...QUICK, dialect: 'none' });
  expect(outcome).toMatchObject({ kind: 'partial', reason: 'NO_PROGRESS', accepted: 0 });
  expectCounted(outcome);
});

it('drops what a stopped printer has not taken: nothing comes out later', async () => {
  const { printer: stopped } = await print({ stopsAfter: 3_000 }, ROLL, { ...QUICK, dialect: 'none' });
  const before = stopped.printed().length;
  stopped.resume();
  // The next job shows that the printer works again.
  const next = await tcp.send({ kind: 'tcp9100', id: stopped.id }, SLIP, QUICK);
  expect(next).toMatchObject({ kind: 'delivered', confirmed: true });
  expect(stopped.printed().length - before).toBeLessThan(SLIP.length + ROLL.length / 2);
});

it('ends at the limit of the whole job, and when the caller says so', async () => {
  expect(await print({}, SLIP, { ...QUICK, jobMs: 0 })).toMatchObject({
    kind: 'not_started',
    reason: 'ABORTED',
  });
  await printer?.close();
  const outcome = await print({}, SLIP, { ...QUICK, signal: AbortSignal.abort() });
  expect(outcome).toMatchObject({ kind: 'not_started', reason: 'ABORTED' });
  expect(outcome.printer.printed()).toHaveLength(0);
});

it('asks a printer how it is without printing', async () => {
  printer = await startFakeTcpPrinter({ paper: 'near-end' });
  const target = { kind: 'tcp9100', id: printer.id } as const;
  expect(await tcp.status(target, QUICK)).toEqual({
    kind: 'asked',
    status: { online: 'yes', paper: 'near-end', cover: 'closed', error: 'none' },
  });
  expect(printer.printed()).toHaveLength(0);
});

it('finds a printer among its neighbours, and prints nothing at it', async () => {
  printer = await startFakeTcpPrinter();
  const { id, address } = printer;
  const neighbours = () => [freeLoopbackAddress(), address, ':', `${address}:9`, '192.0.2.7'];
  expect(await createTcpTransport(systemClock, neighbours).list()).toEqual([
    { target: { kind: 'tcp9100', id }, label: address, place: address },
  ]);
  expect(printer.printed()).toHaveLength(0);
});

it.each([
  ['a closed port', freeLoopbackAddress(), 'ECONNREFUSED'],
  ['a name that nobody knows', 'printer.invalid', 'ENOTFOUND'],
  // A private network (RFC 4193) that no machine has: packets to it go nowhere, or the system knows no way there.
  ['an address where nothing is', '[fd9a:41c7:5be2::7]:9100', ''],
  ['no address', ':', 'no host and port'],
])('tells %s', async (_, id, word) => {
  const outcome = await tcp.send({ kind: 'tcp9100', id }, SLIP, QUICK);
  expect(outcome).toMatchObject({ kind: 'not_started', reason: 'UNREACHABLE' });
  expect(outcome).toHaveProperty('detail', expect.stringContaining(word));
  expect(await tcp.status({ kind: 'tcp9100', id }, QUICK)).toMatchObject({ kind: 'unreachable' });
});

it.each([
  ['a public address', '192.0.2.7:9100'],
  ['a public address in IPv6', '[2001:db8::7]:9100'],
  ['every address of this machine', '0.0.0.0:9100'],
  ['another port of this machine', '127.0.0.1:7373'],
  ['another port in the shop', '192.168.0.50:80'],
])('does not connect to %s', async (_, id) => {
  const outcome = await tcp.send({ kind: 'tcp9100', id }, SLIP, QUICK);
  expect(outcome).toMatchObject({ kind: 'not_started', reason: 'NOT_ALLOWED' });
  expect(await tcp.status({ kind: 'tcp9100', id }, QUICK)).toMatchObject({
    kind: 'unreachable',
    reason: 'NOT_ALLOWED',
  });
});

it('sends no byte to another port, although somebody listens there', async () => {
  let received = 0;
  const server = createServer((socket) => socket.on('data', (bytes) => (received += bytes.length)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let callers = 0;
  server.on('connection', () => (callers += 1));
  const outcome = await tcp.send({ kind: 'tcp9100', id: `127.0.0.1:${port}` }, SLIP, QUICK);
  server.close();
  expect(outcome).toMatchObject({ reason: 'NOT_ALLOWED' });
  expect([callers, received]).toEqual([0, 0]);
});

it('looks a name of an earlier set-up up, and holds its address to the same rule', async () => {
  // This machine's name for itself is in /etc/hosts. No printer listens at it.
  const outcome = await tcp.send({ kind: 'tcp9100', id: 'localhost:9100' }, SLIP, QUICK);
  expect(outcome).toMatchObject({ kind: 'not_started', reason: 'UNREACHABLE' });
  expect(await tcp.send({ kind: 'tcp9100', id: 'localhost:631' }, SLIP, QUICK)).toMatchObject({
    reason: 'NOT_ALLOWED',
  });
});

/** What is sure and what is possible hold what the printer has. */
function expectCounted(outcome: SendOutcome & { readonly printer: FakeTcpPrinter }): void {
  if (outcome.kind !== 'partial') throw new Error(outcome.kind);
  const printed = outcome.printer.printed().length;
  expect(outcome.accepted).toBeLessThanOrEqual(printed);
  expect(outcome.accepted + outcome.maybe).toBeGreaterThanOrEqual(printed);
}
