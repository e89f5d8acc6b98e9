import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvHeader, csvLine, field } from '../../../../main/core/reports/export/csv.ts';
import { readCsv } from '../../../support/reports/read-csv.ts';
import { sampleSale } from './sample-sale.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .tuple(
      fc.constantFrom('=', '+', '-', '@', '\t=', '\r', ' =', '＝', '"=', ';=', '\n-', '\u0000=', '\u0007@'),
      fc.string(),
    )
    .map(([sign, rest]) => sign + rest),
);

describe('a text in the CSV', () => {
  it('never begins a formula, whatever it is', () => {
    fc.assert(
      fc.property(text, (value) => {
        const [[read = '']] = readCsv(`${field(value)}\r\n`) as [string[]];
        expect(read.trimStart().charAt(0)).not.toMatch(/[=+\-@＝＋－＠]/);
        expect(read).not.toMatch(/^[\t\r\n]/);
      }),
    );
  });

  it('stays one field of one line, and says what it said', () => {
    fc.assert(
      fc.property(text, (value) => {
        const rows = readCsv(csvHeader() + csvLine(sampleSale({ reference: value })));
        expect(rows.length).toBe(2);
        expect(rows[1]?.length).toBe(17);
        expect(rows[1]?.[5]?.replace(/^'/, '')).toBe(
          value.replace(/[^\P{Cc}\t\r\n]/gu, '').replace(/^'/, ''),
        );
      }),
    );
  });
});

describe('a line of the CSV', () => {
  it('is as Brazil writes it', () => {
    expect(csvLine(sampleSale({}))).toBe(
      '31/12/2026;23:59:58;Padaria;caixa-1;Ana;Mesa 4;Pix;1234,56;1234,56;0,05;1234,51;ESTORNO PARCIAL;sim;não;E123;order-1;ABC1234\r\n',
    );
  });

  it('leaves empty what is not there, and writes cents with two places', () => {
    const line = csvLine(
      sampleSale({ paid: null, reference: null, amount: 7, refunded: 0, net: 0, second: 0 }),
    );
    expect(line).toContain(';00:00:00;Padaria;caixa-1;Ana;;Pix;0,07;;0,00;0,00;');
  });

  it('has a header with the mark of UTF-8', () => {
    expect(csvHeader()).toMatch(/^\uFEFFData;Hora;Loja;Caixa;.*;Código curto\r\n$/);
  });
});
