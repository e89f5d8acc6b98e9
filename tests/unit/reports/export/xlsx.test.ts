import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noPause } from '../../../../main/core/reports/export/pace.ts';
import type { Sale } from '../../../../main/core/reports/export/sale.ts';
import { columnName } from '../../../../main/core/reports/export/xlsx/cells.ts';
import { writeXlsx } from '../../../../main/core/reports/export/xlsx/write-xlsx.ts';
import { readXlsx, type ReadSheet } from '../../../support/reports/read-xlsx.ts';
import { temporaryFolder } from '../../ledger/setup-ledger.ts';
import { sampleSale } from './sample-sale.ts';

async function written(sales: readonly Sale[], rowsPerSheet?: number) {
  const pieces: Uint8Array[] = [];
  await writeXlsx({
    sales,
    facts: [['Loja', 'Padaria & <Filhos>']],
    write: (bytes) => Promise.resolve(void pieces.push(bytes)),
    signal: new AbortController().signal,
    pace: noPause,
    ...(rowsPerSheet === undefined ? {} : { rowsPerSheet }),
  });
  const file = join(temporaryFolder(), 'a.xlsx');
  writeFileSync(file, Buffer.concat(pieces));
  return readXlsx(file);
}

const numbers = (sheet: ReadSheet | undefined, ...cells: string[]): (number | null | undefined)[] =>
  cells.map((at) => sheet?.cells.get(at)?.number);

describe('the workbook', () => {
  it('holds a date, a time and money as numbers, each with its format', async () => {
    const { sheets } = await written([sampleSale({})]);
    const sales = sheets[2];
    // 2026-12-31 is day 46387 of a spreadsheet: 25569 is 1970-01-01.
    expect(numbers(sales, 'A2', 'H2', 'I2', 'J2', 'K2')).toEqual([46_387, 1234.56, 1234.56, 0.05, 1234.51]);
    expect(numbers(sales, 'B2', 'N2')).toEqual([86_398 / 86_400, 1_798_761_599 / 86_400 + 25_569]);
    expect(['A2', 'B2', 'H2', 'N2'].map((at) => sales?.cells.get(at)?.style)).toEqual([2, 3, 4, 7]);
    expect(sales?.cells.get('L2')?.text).toBe('DEVOLUÇÃO PARCIAL');
  });

  it('has a summary, the days and the sales, with frozen headers and filters over all rows', async () => {
    const { sheets, parts } = await written([sampleSale({}), sampleSale({ day: '2027-01-01' })]);
    expect(sheets.map(({ title }) => title)).toEqual(['Resumo', 'Por dia', 'Vendas']);
    for (const sheet of sheets.slice(1)) expect(sheet.xml).toContain('ySplit="1"');
    expect(sheets[1]?.xml).toContain('<autoFilter ref="A1:G3"/>');
    expect(sheets[2]?.xml).toContain('<autoFilter ref="A1:V3"/>');
    expect(parts['xl/workbook.xml']).toContain("'Vendas'!$A$1:$V$3");
    expect(sheets[0]?.cells.get('B2')?.text).toBe('Padaria & <Filhos>');
    expect(numbers(sheets[1], 'A2', 'B2', 'D2', 'A3')).toEqual([46_387, 1, 1234.56, 46_388]);
  });

  it('sums stores, people and wallets apart that have one name', async () => {
    const sales = [
      sampleSale({}),
      sampleSale({ store: 'Filial', operatorId: 'operator-2', walletId: 'pix loja@banco' }),
    ];
    const rows = (await written(sales)).sheets[0]?.rows.map(([first]) => first?.text);
    const groups = ['Carteira', 'Loja', 'Caixa', 'Operador'].map((title) => {
      const at = rows?.indexOf(title, rows.indexOf('Total')) ?? 0;
      return rows?.slice(at + 1, at + 3);
    });
    expect(groups).toEqual([
      ['Pix (pix loja@banco)', 'Pix (pix)'],
      ['Filial', 'Padaria'],
      ['Filial · caixa-1', 'Padaria · caixa-1'],
      ['Ana (operator-1)', 'Ana (operator-2)'],
    ]);
    const one = (await written([sampleSale({})])).sheets[0]?.rows.map(([first]) => first?.text);
    expect(one).toEqual(expect.arrayContaining(['Pix', 'caixa-1', 'Ana']));
    expect(one?.indexOf('Loja')).toBe(one?.lastIndexOf('Loja'));
  });

  it('says of how many there is more to say, and leaves what nobody knows out of the sums', async () => {
    const unclear = { observation: 'não se sabe', refunded: null, net: null, amount: 2_000, paid: 2_000 };
    const { sheets } = await written([sampleSale({}), sampleSale(unclear)]);
    const row = (title: string) =>
      sheets[0]?.rows
        .filter(([first]) => first?.text === title && first.style === 0)
        .map(([, ...figures]) => figures.map(({ number }) => number));
    expect(row('Total')).toEqual([[2, 2, 1254.56, 1254.56, 0.05, 1234.51]]);
    expect(row('Com observação')).toEqual([[1, 1, 20, 20, 0, 0]]);
    expect(row('Devolução incerta')).toEqual([[1, 1, 20, 20]]);
    expect(sheets[2]?.cells.get('M3')?.text).toBe('não se sabe');
    expect(numbers(sheets[2], 'J3', 'K3')).toEqual([undefined, undefined]);
  });

  it('goes on in a next sheet when one is full, and leaves none empty', async () => {
    const sales = Array.from({ length: 6 }, (_, place) => sampleSale({ amount: place + 1 }));
    const { sheets } = await written(sales, 4);
    expect(sheets.map(({ title }) => title)).toEqual(['Resumo', 'Por dia', 'Vendas', 'Vendas 2']);
    const amounts = sheets.slice(2).map((sheet) => numbers(sheet, 'H2', 'H3', 'H4', 'H5'));
    expect(amounts).toEqual([
      [0.01, 0.02, 0.03, undefined],
      [0.04, 0.05, 0.06, undefined],
    ]);
  });

  it('is a workbook even without a sale', async () => {
    const { sheets } = await written([]);
    expect(sheets[2]?.rows.length).toBe(1);
    expect(sheets[2]?.xml).toContain('<autoFilter ref="A1:V1"/>');
  });

  it('keeps a text as a text, whatever it begins with or holds', async () => {
    const hostile = fc.sample(fc.string({ unit: 'grapheme', minLength: 1 }), { numRuns: 200, seed: 7 });
    const texts = ['=1+1', '+1', '-1', '@A1', '_x0041_', ' a ', '<b>&"', 'a\tb\nc\rd', ...hostile];
    const { sheets } = await written(texts.map((reference) => sampleSale({ reference })));
    const read = texts.map((_, place) => sheets[2]?.cells.get(`F${place + 2}`)?.text);
    // XML cannot hold control characters and two code points more: they are left out.
    expect(read).toEqual(texts.map((value) => value.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')));
    expect(sheets[2]?.xml).not.toContain('<f');
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
  ])('calls column %i %s', (place, name) => {
    expect(columnName(place)).toBe(name);
  });
});
