import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import { receiptLines, receiptText, RECEIPT_WIDTH } from '../../../../shared/domain/receipt/receipt.ts';
import { epochMs } from '../../../../shared/kernel/time.ts';

const charge = {
  id: '01M854EZZA8HXES2A6EDWXZBCC',
  till: 'caixa-1',
  reference: 'PDV 8841',
  amount: centavos(2590),
  paidAmount: centavos(2590),
  refundedAmount: centavos(0),
  approvedAt: epochMs(Date.parse('2026-11-23T23:16:05Z')),
  endToEndId: 'E00000000202611232316abcdefghijk',
  late: false,
};
const about = {
  shopName: 'Padaria Pão da Vila',
  walletName: 'Pix',
  operator: 'Ana',
  zone: 'America/Sao_Paulo',
  training: false,
};

describe('the receipt of a charge', () => {
  it('says who, what, when and how, 48 characters wide', () => {
    expect(receiptText(charge, about)).toBe(
      [
        '              PADARIA PÃO DA VILA',
        '            caixa-1 · operador: Ana',
        '------------------------------------------------',
        '            COMPROVANTE DE PAGAMENTO',
        '',
        'Pix                                     R$ 25,90',
        '------------------------------------------------',
        'Pago em                      23/11/2026 20:16:05',
        'Venda                                   PDV 8841',
        'Cobrança                                 WXZBCC?',
        'Id do pagamento E00000000202611232316abcdefghijk',
        '------------------------------------------------',
        '             Não é documento fiscal',
        '                   Obrigado!',
        '',
      ]
        .join('\n')
        .replace(
          'WXZBCC?',
          receiptLines(charge, about)!
            .find((line) => line.startsWith('Cobrança'))!
            .slice(41),
        ),
    );
  });

  it('marks training twice, so that neither half of a torn receipt is taken for money', () => {
    const text = receiptText(charge, { ...about, training: true });
    expect(text?.match(/TREINAMENTO: NENHUM DINHEIRO FOI MOVIDO/g)).toHaveLength(2);
    expect(receiptText(charge, about)).not.toContain('TREINAMENTO');
  });

  it('is not written for what was not paid', () => {
    expect(receiptLines({ ...charge, approvedAt: null, paidAmount: null }, about)).toBeNull();
    expect(receiptText({ ...charge, approvedAt: null, paidAmount: null }, about)).toBeNull();
  });

  it('shows another amount, money given back and a late payment', () => {
    const odd = { ...charge, paidAmount: centavos(3000), refundedAmount: centavos(410), late: true };
    const text = receiptText(odd, about);
    expect(text).toMatch(/Cobrado +R\$ 25,90\nPix +R\$ 30,00\nDevolvido +- R\$ 4,10\nTotal +R\$ 25,90\n/);
    expect(text).toContain('Pago depois do fim da cobrança');
  });

  it('leaves out what there is not', () => {
    const text = receiptText({ ...charge, reference: null, endToEndId: null }, { ...about, operator: null });
    expect(text).not.toMatch(/Venda|Id do pagamento|operador/);
  });

  it('never passes its width nor holds an order to the printer, whatever the shop is called', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 });
    fc.assert(
      fc.property(
        text,
        text,
        text,
        fc.integer({ min: 16, max: 64 }),
        (shopName, walletName, operator, width) => {
          const lines = receiptLines(
            { ...charge, reference: operator },
            { ...about, shopName, walletName, operator },
            width,
          );
          for (const line of lines!) {
            expect([...line].length).toBeLessThanOrEqual(width);
            expect(line).not.toMatch(/\p{Cc}/u);
          }
        },
      ),
    );
  });

  it('puts a value that does not fit below its name', () => {
    const lines = receiptLines({ ...charge, reference: 'x'.repeat(60) }, about)!;
    const at = lines.indexOf('Venda');
    expect(lines.slice(at + 1, at + 3)).toEqual([
      'x'.repeat(RECEIPT_WIDTH),
      'x'.repeat(12).padStart(RECEIPT_WIDTH),
    ]);
  });
});
