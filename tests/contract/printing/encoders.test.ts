import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadEscposEncoder } from '../../../main/core/printing/encoder/escpos-encoder.ts';
import { createPosEncoder } from '../../../main/core/printing/encoder/pos-encoder.ts';
import { interpret } from '../../../main/core/printing/interpreter/interpret.ts';
import { PROFILES } from '../../../main/core/printing/profiles.ts';
import { verifyTicket } from '../../../main/core/printing/verify-ticket.ts';
import { buildTicket } from '../../../shared/domain/ticket/build-ticket.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { sampleCharge, sampleContext, sampleRequests } from '../../../build/run/ticket/sample.ts';

const encoders = [
  { name: 'pos', encoder: createPosEncoder() },
  { name: 'escpos', encoder: await loadEscposEncoder() },
];
const profiles = Object.values(PROFILES);
const all = profiles.flatMap((profile) =>
  sampleRequests.map((request) => ({ profile, request, printer: profile.id, document: request.document })),
);

describe.each(encoders)('the encoder $name', ({ encoder }) => {
  it.each(all)('prints $document on $printer, and it reads back the same', ({ profile, request }) => {
    const ticket = buildTicket(request, sampleContext, profile.columns);
    expect(verifyTicket(encoder.encode(ticket, profile), ticket)).toEqual(ok(null));
  });

  it('lets no text become a command', () => {
    const profile = PROFILES['generic-58'];
    const kinds = (text: string): string[] => {
      const context = { ...sampleContext, shopName: text, operator: text };
      const charge = {
        ...sampleCharge,
        closedAt: sampleContext.printedAt,
        reference: text,
        walletName: text,
      };
      const ticket = buildTicket({ document: 'cancel', charge }, context, profile.columns);
      const bytes = encoder.encode(ticket, profile);
      expect(verifyTicket(bytes, ticket)).toEqual(ok(null));
      return interpret(bytes).map((event) => event.kind);
    };
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(new Set(kinds(text))).toEqual(new Set(['line']));
      }),
      { numRuns: 200 },
    );
  });

  it('sends every character of the first 12,288 as text', () => {
    const profile = PROFILES.epson;
    for (let from = 0; from < 0x3000; from += 0x100) {
      const shopName = String.fromCharCode(...Array.from({ length: 0x100 }, (_, at) => from + at));
      const charge = { ...sampleCharge, closedAt: sampleContext.printedAt };
      const context = { ...sampleContext, shopName };
      const ticket = buildTicket({ document: 'cancel', charge }, context, profile.columns);
      expect(verifyTicket(encoder.encode(ticket, profile), ticket), `from ${from}`).toEqual(ok(null));
    }
  });

  it('is found out when its bytes are not the ticket', () => {
    const profile = PROFILES.epson;
    const ticket = buildTicket({ document: 'qr-slip', charge: sampleCharge }, sampleContext, profile.columns);
    const other = { ...sampleCharge, brCode: `${sampleCharge.brCode}0` };
    const swapped = buildTicket({ document: 'qr-slip', charge: other }, sampleContext, profile.columns);
    const bytes = encoder.encode(swapped, profile);
    expect(verifyTicket(bytes, ticket)).toEqual({ ok: false, error: 'other-qr' });
    expect(verifyTicket(bytes.subarray(0, 3), ticket)).toEqual({ ok: false, error: 'not-escpos' });
  });
});
