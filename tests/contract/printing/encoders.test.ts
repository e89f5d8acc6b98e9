import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleCharge, sampleContext } from '../../../build/run/ticket/sample.ts';
import { interpret } from '../../../main/core/printing/interpreter/interpret.ts';
import { verifyTicket } from '../../../main/core/printing/verify-ticket.ts';
import { buildTicket } from '../../../shared/domain/ticket/build-ticket.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { allEncoders, documentsFor } from '../../support/printers/all-encoders.ts';

describe.each(allEncoders)('the encoder $name', ({ encoder, profiles }) => {
  const all = profiles.flatMap((profile) =>
    documentsFor(profile).map((request) => ({
      profile,
      request,
      printer: profile.id,
      document: request.document,
    })),
  );
  const last = profiles.at(-1);
  if (last === undefined) throw new Error('an encoder for no printer');
  const { dialect, columns } = last;

  it.each(all)('prints $document on $printer, and it reads back the same', ({ profile, request }) => {
    const ticket = buildTicket(request, sampleContext, profile.columns);
    expect(verifyTicket(encoder.encode(ticket, profile), ticket, profile.dialect)).toEqual(ok(null));
  });

  it('lets no text become a command', () => {
    const kinds = (text: string): string[] => {
      const context = { ...sampleContext, shopName: text, operator: text };
      const charge = {
        ...sampleCharge,
        closedAt: sampleContext.printedAt,
        reference: text,
        walletName: text,
      };
      const ticket = buildTicket({ document: 'cancel', charge }, context, columns);
      const bytes = encoder.encode(ticket, last);
      expect(verifyTicket(bytes, ticket, dialect)).toEqual(ok(null));
      return interpret(bytes, dialect)
        .map((event) => event.kind)
        .filter((kind) => kind !== 'line');
    };
    const usual = kinds('Loja');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(kinds(text)).toEqual(usual);
      }),
      { numRuns: 200 },
    );
  });

  it('sends every character of the first 12,288 as text', () => {
    for (let from = 0; from < 0x3000; from += 0x100) {
      const shopName = String.fromCharCode(...Array.from({ length: 0x100 }, (_, at) => from + at));
      const charge = { ...sampleCharge, closedAt: sampleContext.printedAt };
      const context = { ...sampleContext, shopName };
      const ticket = buildTicket({ document: 'cancel', charge }, context, columns);
      expect(verifyTicket(encoder.encode(ticket, last), ticket, dialect), `from ${from}`).toEqual(ok(null));
    }
  });

  it('is found out when its bytes are not the ticket', () => {
    const ticket = buildTicket({ document: 'qr-slip', charge: sampleCharge }, sampleContext, columns);
    const other = { ...sampleCharge, brCode: `${sampleCharge.brCode}0` };
    const swapped = buildTicket({ document: 'qr-slip', charge: other }, sampleContext, columns);
    const bytes = encoder.encode(swapped, last);
    expect(verifyTicket(bytes, ticket, dialect)).toEqual({ ok: false, error: 'other-qr' });
    expect(verifyTicket(bytes.subarray(0, 3), ticket, dialect)).toEqual({
      ok: false,
      error: 'not-its-language',
    });
  });
});
