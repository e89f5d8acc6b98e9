import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTicket } from '../../../../shared/domain/ticket/build-ticket.ts';
import { printable } from '../../../../shared/domain/ticket/printable.ts';
import { ticketQrs, ticketText } from '../../../../shared/domain/ticket/ticket.ts';
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
