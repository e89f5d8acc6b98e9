import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { setUpTraining } from './setup-training.ts';
import { isWindows, notOnWindows } from '../../support/windows/not-on-windows.ts';

const folder = mkdtempSync(join(tmpdir(), 'balcao-picture-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Returns the chunks of a PNG. Fails if the CRC of one is wrong. */
function chunksOf(png: Buffer): Map<string, Buffer> {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const end = at + 8 + png.readUInt32BE(at);
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)));
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, end));
    at = end + 4;
  }
  return chunks;
}

function readByZbar(png: Buffer): string {
  const file = join(folder, 'qr.png');
  writeFileSync(file, png);
  const options = ['-q', '--raw', '--nodbus', '-Sdisable', '-Sqrcode.enable', file];
  return spawnSync('zbarimg', options, { encoding: 'utf8' }).stdout.trimEnd();
}

describe.skipIf(isWindows)(`the picture of a QR${notOnWindows('programs')}`, () => {
  it.each(['pix', 'picpay', 'shipay-pagador'])(
    'of %s is a whole PNG of the text beside it',
    async (wallet) => {
      const { raw } = await setUpTraining();
      for (const path of ['/order', '/orderv']) {
        const { body } = await raw('POST', path, {
          order_ref: 'ref',
          wallet,
          total: 12.3,
          items: [{ item_title: 'Venda', quantity: 1, unit_price: 12.3 }],
          expiration: 600,
          buyer: { name: 'Loja', cpf_cnpj: '11222333000181' },
          callback_url: 'https://loja.example/x',
        });
        const { qr_code, qr_code_text } = body as { qr_code: string; qr_code_text: string };
        const [head, data = ''] = qr_code.split(',');
        expect(head).toBe('data:image/png;base64');
        const png = Buffer.from(data, 'base64');
        const chunks = chunksOf(png);
        expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
        const [width, height] = [chunks.get('IHDR')?.readUInt32BE(0), chunks.get('IHDR')?.readUInt32BE(4)];
        expect([width, height]).toEqual([610, 610]);
        expect(inflateSync(chunks.get('IDAT') ?? '')).toHaveLength(610 * (1 + Math.ceil(610 / 8)));
        expect(readByZbar(png)).toBe(qr_code_text);
      }
    },
  );
});
