import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFileTransport } from '../../../../main/core/printing/transports/file.ts';

const file = createFileTransport();
const OPTIONS = { dialect: 'none' } as const;

it('adds each job to the paper', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balcao-file-'));
  try {
    const target = { kind: 'file', id: join(folder, 'paper.bin') } as const;
    expect(await file.send(target, Uint8Array.of(0x1b, 0x40, 0x0a), OPTIONS)).toMatchObject({
      kind: 'delivered',
      confirmed: true,
    });
    await file.send(target, Uint8Array.of(0xff), OPTIONS);
    expect([...(await readFile(target.id))]).toEqual([0x1b, 0x40, 0x0a, 0xff]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it.each([
  ['a folder', tmpdir()],
  ['a device', '/dev/null'],
  ['a folder that is not there', '/nowhere/paper.bin'],
  ['no absolute path', 'paper.bin'],
])('refuses %s', async (_, id) => {
  expect(await file.send({ kind: 'file', id }, Uint8Array.of(1), OPTIONS)).toMatchObject({
    kind: 'not_started',
    reason: 'REJECTED',
  });
});
