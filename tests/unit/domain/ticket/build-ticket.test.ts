import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTicket } from '../../../../shared/domain/ticket/build-ticket.ts';
import { printable } from '../../../../shared/domain/ticket/printable.ts';
import { ticketQrs, ticketText } from '../../../../shared/domain/ticket/ticket.ts';
import type { OriginalRequest } from '../../../../shared/domain/ticket/context.ts';
import type { Centavos } from '../../../../shared/domain/money/centavos.ts';
import {
  paidCharge,
  SAMPLE_BR_CODE,
  sampleCharge,
  sampleContext,
  sampleRequests,
} from '../../../../build/run/ticket/sample.ts';

const all = sampleRequests.flatMap((request) =>
  ([32, 42, 48] as const).map((columns) => ({ request, columns, name: request.document })),
);

describe('buildTicket', () => {
  it.each(all)('lays $name out in $columns columns', ({ request, columns }) => {
    const ticket = buildTicket(request, sampleContext, columns);
    for (const item of ticket.items) {
      if (item.kind === 'line') expect(item.text.length * item.size).toBeLessThanOrEqual(columns);
    }
    expect(ticketText(ticket).join(' ')).toContain('TREINAMENTO');
    expect(ticket.items.at(-1)).toEqual({ kind: 'cut' });
  });

  it('never passes its width nor holds an order to the printer, whatever the shop is called', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 });
    const width = fc.constantFrom(32 as const, 42 as const, 48 as const);
    fc.assert(
      fc.property(text, text, text, width, (shopName, walletName, operator, columns) => {
        const charge = { ...paidCharge, reference: operator, walletName };
        const context = { ...sampleContext, shopName, operator };
        for (const item of buildTicket({ document: 'receipt', charge }, context, columns).items) {
          if (item.kind !== 'line') continue;
          expect([...item.text].length * item.size).toBeLessThanOrEqual(columns);
          expect(item.text).not.toMatch(/\p{Cc}/u);
        }
      }),
    );
  });

  it('puts a value that does not fit below its name', () => {
    const charge = { ...paidCharge, reference: 'x'.repeat(60) };
    const lines = ticketText(buildTicket({ document: 'receipt', charge }, sampleContext, 48));
    const at = lines.indexOf('Pedido');
    expect(lines.slice(at + 1, at + 3)).toEqual(['x'.repeat(48), 'x'.repeat(12).padStart(48)]);
  });

  it('puts the BR Code, the time and the short code on a QR slip', () => {
    const ticket = buildTicket({ document: 'qr-slip', charge: sampleCharge }, sampleContext, 48);
    expect(ticketQrs(ticket)).toEqual([SAMPLE_BR_CODE]);
    expect(ticketText(ticket)).toEqual(expect.arrayContaining(['R$ 25,90', 'Válido até 14:41']));
  });

  it('says what remains of a payment that went back in part, and of one that went back whole', () => {
    const text = (back: number): string => {
      const amount = back as Centavos;
      const charge = { ...paidCharge, refundedAmount: amount };
      const request = {
        document: 'refund',
        charge,
        refund: { amount, at: sampleContext.printedAt },
      } as const;
      return ticketText(buildTicket(request, sampleContext, 48)).join('\n');
    };
    expect(text(590)).toMatch(/DEVOLUÇÃO PARCIAL[^]*Resta com a loja +R\$ 20,00/);
    expect(text(2590)).toMatch(/DEVOLUÇÃO TOTAL[^]*Resta com a loja +R\$ 0,00/);
  });

  const closing = sampleRequests.find((request) => request.document === 'closing');
  const closingText = (shift: object, columns: 32 | 48): string => {
    if (closing?.document !== 'closing') throw new Error('no closing among the samples');
    const request = { document: 'closing', shift: { ...closing.shift, ...shift } } as const;
    return ticketText(buildTicket(request, sampleContext, columns)).join('\n');
  };

  it('says of a closing what the screen says, in 32 columns and in 48', () => {
    for (const columns of [32, 48] as const) {
      const text = closingText({}, columns);
      expect(text).toMatch(/Operador +João/);
      expect(text).toMatch(/Pix, devolvido \(1\) +- R\$ 5,90/);
      expect(text).toMatch(/Recebido \(44\) +R\$ 4.335,90/);
      expect(text).toMatch(/Ficou na loja +R\$ 4.330,00/);
      expect(text).toMatch(/Aprovado \(40\) +R\$ 4.200,00/);
      expect(text).toMatch(/Pagas com atraso \(1\)\s+R\$ 25,90/);
      expect(text).toMatch(/Encerradas sem confirmação \(1\)\s+R\$ 49,00/);
      expect(text).toMatch(/De turnos anteriores\nRecebido \(0\) +R\$ 0,00\nDevolvido \(1\) +- R\$ 5,90/);
      expect(text).toMatch(/Primeira +23\/11\/2026 14:31\nK7Z4F2A +R\$ 25,90/);
      expect(text.replaceAll(/\s/g, '')).toContain(
        '9f1c2d7ab34e4b6f8a90c1d2e3f4a5b6c7d8e9f00112233445566778899aabbc',
      );
    }
    expect(closingText({ late: 0, forced: 0 }, 48)).toMatch(/Pagas com atraso +nenhuma/);
    const nothing = { count: 0, total: 0 };
    expect(closingText({ earlier: { received: nothing, refunded: nothing } }, 48)).not.toContain(
      'anteriores',
    );
  });

  it('has the public key of a signed closing, and none of one without a keychain', () => {
    if (closing?.document !== 'closing') throw new Error('no closing among the samples');
    const key = '0123456789abcdef'.repeat(4);
    for (const columns of [32, 48] as const) {
      const text = closingText({ head: { ...closing.shift.head, key } }, columns);
      expect(text).toContain('Chave da assinatura');
      expect(text.slice(text.indexOf('Chave da assinatura')).replaceAll(/[^\da-f]/g, '')).toContain(key);
      expect(closingText({}, columns)).not.toContain('Chave da assinatura');
    }
  });

  it('prints a closing again that an older version queued', () => {
    // As it stands in the queue, word for word.
    const stored = JSON.parse(
      `{"document":"closing","shift":{"till":"caixa-1","openedAt":1763900000000,"closedAt":1763930000000,
        "rows":[{"walletName":"Pix","count":2,"total":5180}],"refunded":{"count":1,"total":590},
        "statuses":[{"word":"approved","count":1},{"word":"partially-refunded","count":1}],"late":1,"forced":0,
        "first":null,"last":null,"head":{"seq":12,"hash":"${'ab'.repeat(32)}"}}}`,
    ) as OriginalRequest;
    const text = ticketText(buildTicket({ document: 'copy', of: stored }, sampleContext, 32)).join('\n');
    expect(text).toContain('2ª VIA');
    expect(text).toMatch(/Pix \(2\) +R\$ 51,80/);
    expect(text).toMatch(/Aprovado +1\nDevolução parcial +1\n-+\nPagas com atraso +1\n/);
    expect(text).not.toMatch(/Operador|anteriores|NaN|undefined/);
  });

  it('marks a copy, and nothing else', () => {
    const receipt = { document: 'receipt', charge: paidCharge } as const;
    const isMarked = (request: Parameters<typeof buildTicket>[0]): boolean =>
      ticketText(buildTicket(request, sampleContext, 32))
        .join('\n')
        .includes('2ª VIA');
    expect(isMarked({ document: 'copy', of: receipt })).toBe(true);
    expect(isMarked(receipt)).toBe(false);
  });

  it('gives no proof of payment for what was not paid, and no slip without a QR', () => {
    const without = { ...sampleCharge, brCode: null };
    expect(() => buildTicket({ document: 'receipt', charge: sampleCharge }, sampleContext, 48)).toThrow(
      RangeError,
    );
    expect(() => buildTicket({ document: 'qr-slip', charge: without }, sampleContext, 48)).toThrow(
      RangeError,
    );
  });
});

describe('printable', () => {
  it('keeps accents and replaces what printers lack', () => {
    expect(printable('Pa\u0303o — “já” 5\u00a0€…😀')).toBe('Pão - "já" 5 EUR...?');
  });

  it('leaves no control character in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});
