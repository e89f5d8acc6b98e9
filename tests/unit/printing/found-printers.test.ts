import { expect, it } from 'vitest';
import { systemClock, systemRandom } from '../../../main/core/boot/system-ports.ts';
import { createFoundPrinters } from '../../../main/core/printing/desk/found-printers.ts';
import type { FoundPrinter, TransportKind } from '../../../main/core/printing/transport-port.ts';

const found = (kind: TransportKind, id: string, more: Partial<FoundPrinter> = {}): FoundPrinter => ({
  target: { kind, id },
  label: id,
  place: id,
  ...more,
});
const listOf = (printers: readonly FoundPrinter[]) =>
  createFoundPrinters({ discover: async () => ({ printers, unsearched: [] }) }, systemClock, systemRandom);

it('has a printer once, by the way that works', async () => {
  const denied = { problem: { reason: 'NO_PERMISSION', detail: 'EACCES' } } as const;
  const list = listOf([
    found('devfile', '04b8:0e28:1', denied),
    found('usb', '04b8:0e28:1'),
    found('serial', '/dev/ttyS0', denied),
  ]);
  const { printers } = await list.search();
  expect(printers.map(({ target }) => target.kind)).toEqual(['usb', 'serial']);
  expect(new Set(printers.map(({ token }) => token)).size).toBe(2);
  expect(list.byToken(printers[0]!.token)?.target).toEqual({ kind: 'usb', id: '04b8:0e28:1' });
});

it('gives a printer the same token again, and another list another token', async () => {
  const printers = [found('usb', '04b8:0e28:1')];
  const [list, other] = [listOf(printers), listOf(printers)];
  const [first, again, elsewhere] = [await list.search(), await list.search(), await other.search()];
  const token = first.printers[0]!.token;
  expect(again.printers[0]!.token).toBe(token);
  expect(elsewhere.printers[0]!.token).not.toBe(token);
  expect(other.byToken(token)).toBeNull();
});

it('keeps hundreds of addresses, and then drops the oldest', () => {
  const list = listOf([]);
  const tokens = Array.from({ length: 700 }, (_, index) => {
    const at = list.at(`10.0.${index >> 8}.${index & 255}`);
    if (!at.ok) throw new Error(at.error);
    return at.value.token;
  });
  const kept = tokens.filter((token) => list.byToken(token) !== null);
  expect(kept).toEqual(tokens.slice(100));
});
