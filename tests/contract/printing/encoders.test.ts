import fc from 'fast-check';
import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { sampleCharge, sampleContext } from '../../../build/run/ticket/sample.ts';
import { drawerPulse } from '../../../main/core/printing/drawer-pulse.ts';
import { interpret } from '../../../main/core/printing/interpreter/interpret.ts';
import type { PrinterEvent } from '../../../main/core/printing/interpreter/machine.ts';
import { verifyTicket } from '../../../main/core/printing/verify-ticket.ts';
import { buildBrCode } from '../../../shared/domain/br-code/build-br-code.ts';
import { buildTicket } from '../../../shared/domain/ticket/build-ticket.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { drawPaper } from '../../support/paper/draw-paper.ts';
import { allEncoders, documentsFor } from '../../support/printers/all-encoders.ts';

/** Pix codes whose receiver's name and city have accents and signs of three and four bytes. */
const accentedCode = fc
  .record({
    merchantName: fc
      .stringMatching(/^[ÃÁÉÇÕãáéçõ€🥖A-Za-z ]{1,24}ã$/u)
      .filter((name) => [...name].length <= 25),
    merchantCity: fc.constantFrom('SÃO PAULO', 'Brasília', 'Açaí', 'Itú'),
    pixKey: fc.constantFrom('+5561999999999', 'loja@exemplo.com.br'),
  })
  .map((parts) => {
    const code = buildBrCode({ kind: 'static', amount: sampleCharge.amount, txid: null, ...parts });
    if (!code.ok) throw new Error(code.error);
    return code.value;
  });

/** Returns the bytes that a reader takes from the paper. */
function readPaper(events: readonly PrinterEvent[], dots: number): Buffer {
  const page = drawPaper(
    events.filter(({ kind }) => kind !== 'barcode'),
    dots,
  );
  const pixels = Uint8ClampedArray.from({ length: page.dots.length * 4 }, (_, at) =>
    at % 4 === 3 || page.dots[at >> 2] === 0 ? 255 : 0,
  );
  return Buffer.from(jsQR.default(pixels, page.width, page.height)?.binaryData ?? []);
}

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

  it.each(profiles.filter(({ prefix }) => prefix.length > 0))(
    'prints the same on a printer that does not know the prefix for $id',
    (profile) => {
      for (const request of documentsFor(profile)) {
        const ticket = buildTicket(request, sampleContext, profile.columns);
        const bytes = encoder.encode(ticket, profile);
        // Such a printer skips the two bytes of the command and takes the rest for text.
        expect(verifyTicket(bytes.subarray(2), ticket, profile.dialect)).toEqual(ok(null));
      }
      expect(interpret(drawerPulse(profile).subarray(2), profile.dialect)).toEqual([{ kind: 'drawer' }]);
    },
  );

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

  it('prints a QR with accents with the UTF-8 bytes of the text, on every printer', () => {
    fc.assert(
      fc.property(accentedCode, fc.constantFrom(...profiles), (brCode, profile) => {
        const request = { document: 'qr-slip', charge: { ...sampleCharge, brCode } } as const;
        const ticket = buildTicket(request, sampleContext, profile.columns);
        const bytes = encoder.encode(ticket, profile);
        expect(verifyTicket(bytes, ticket, profile.dialect)).toEqual(ok(null));
        expect(readPaper(interpret(bytes, profile.dialect), profile.dots)).toEqual(Buffer.from(brCode));
      }),
      { numRuns: 12 },
    );
  });

  it('is found out when the QR has the bytes of another charset', () => {
    const withQr = (brCode: string): Ticket =>
      buildTicket({ document: 'qr-slip', charge: { ...sampleCharge, brCode } }, sampleContext, columns);
    const printer = { ...last, qr: 'native' as const };
    const bytes = Buffer.from(encoder.encode(withQr('Jose da Silva'), printer));
    expect(verifyTicket(bytes, withQr('José da Silva'), dialect)).toEqual({ ok: false, error: 'other-qr' });
    bytes[bytes.indexOf('Jose da Silva') + 3] = 0xe9;
    expect(verifyTicket(bytes, withQr('José da Silva'), dialect)).toEqual({ ok: false, error: 'other-qr' });
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
