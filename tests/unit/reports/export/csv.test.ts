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
        expect(rows[1]?.length).toBe(22);
        expect(rows[1]?.[5]?.replace(/^'/, '')).toBe(
          value.replace(/[^\P{Cc}\t\r\n]/gu, '').replace(/^'/, ''),
        );
      }),
    );
  });
});

describe('a text that looks like a figure', () => {
  it.each([
    '000123',
    '12345678901234567890',
    '10/11',
    '12E4567',
    '1,5e-3',
    '-1',
    '.5',
    '12:30',
    '2026-12-31',
    '50%',
    'R$ 10',
    '10 mar',
    'jan/26',
    '5 de maio',
    '10 PM',
    ' 7 ',
    '50 %',
    '1/2',
    '3 1/2',
    '(123)',
    '5 -',
    '$5',
    '5€',
    'R$ -5',
    '1 e 5',
    '1E 5',
    '1D5',
    '١٢٣',
    '１２３',
    '10:30:15,5',
    '2026-05-30T10:30:00',
    '2026-05-30T10:30:00Z',
    'seg 5/5',
    'terça-feira, 5 de maio de 2026',
    'Mon 5 May 2026',
    'Sept 5',
    'dezembro 2026',
    'TRUE',
    ' verdadeiro ',
    'Falso',
    '#N/A',
    '#NOME?',
    '#DIV/0!',
  ])('keeps its signs: %s', (value) => {
    expect(field(value).replace(/^"(.*)"$/, '$1')).toBe(`'${value}`);
  });

  it.each([
    'Mesa 4',
    'E123',
    'PDV 0001',
    'f86c295d-ce8f-4b94-a201-000000000000',
    'caixa-1',
    '10 marrecos x',
    '4 maçãs',
    'Terminal 4',
    'Segundo 2',
    'Domingos 12',
    'Falso 1',
    'verdadeiro amigo',
    '#pedido',
    '10h30',
    'US$ 5',
    '',
  ])('and any other stays as it is: %s', (value) => {
    expect(field(value)).toBe(value);
  });

  it('is one field for whoever takes commas or tabs for ends', () => {
    expect([field('a,b'), field('a\tb')]).toEqual(['"a,b"', '"a\tb"']);
  });
});

describe('a line of the CSV', () => {
  it('is as Brazil writes it', () => {
    expect(csvLine(sampleSale({}))).toBe(
      '31/12/2026;23:59:58;Padaria;caixa-1;Ana;Mesa 4;Pix;1234,56;1234,56;0,05;1234,51;DEVOLUÇÃO PARCIAL;;31/12/2026 23:59:59;;sim;não;E123;order-1;ABC1234;01JDFZ8Q4M2V7RXKT9N3WBCE5H;01JDFZ8Q4M2V7RXKT9N3WBCE5J\r\n',
    );
  });

  it('leaves empty what is not there, and writes cents with two places', () => {
    const line = csvLine(
      sampleSale({ paid: null, reference: null, amount: 7, refunded: 0, net: 0, second: 0 }),
    );
    expect(line).toContain(';00:00:00;Padaria;caixa-1;Ana;;Pix;0,07;;0,00;0,00;');
  });

  it('has a header with the mark of UTF-8', () => {
    expect(csvHeader()).toMatch(/^\uFEFFData;Hora;Loja;Caixa;.*;Código curto;Id do caixa;Id da loja\r\n$/);
  });
});
