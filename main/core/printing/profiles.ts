import type { PrinterAbilities } from '../../../shared/domain/ticket/context.ts';
import type { PrinterProfile } from './encoder-port.ts';

const PAPER_80 = { columns: 48, dots: 576 } as const;
const NOTHING = new Uint8Array();
/** ESC p m t1 t2: pin 2, 50 ms on and 500 ms off, in units of 2 ms (Epson, ESC/POS Command Reference). */
const ESC_P = Uint8Array.of(0x1b, 0x70, 0, 25, 250);
const ALL: PrinterAbilities = { inverse: true, cut: true, qrs: ['native', 'raster'] };

/**
 * The known printers. cp850 has number 2 in `ESC t` on each of them (ACBr: ACBrEscPosEpson, ACBrEscBematech, ACBrEscElgin; for
 * Daruma only grandchef/escpos-buffer). If the sources disagree about a printer's QR command, the QR is drawn as an image.
 */
export const PROFILES = {
  epson: profile('epson', 'Epson TM-T20 e compatíveis', { qr: 'native' }),
  'elgin-i9': profile('elgin-i9', 'Elgin i9', { qr: 'native' }),
  'bematech-escpos': profile('bematech-escpos', 'Bematech MP-4200 TH (modo ESC/POS)', {
    status: 'bema',
    // GS F9 35 31: the ESC/POS mode (grandchef/escpos-buffer). A printer that does not know it takes 35 31 for the text `51`.
    // ESC @ clears text that has no end of line yet (Epson, ESC/POS Command Reference), so nothing of it is printed.
    prefix: Uint8Array.of(0x1d, 0xf9, 0x35, 0x31, 0x1b, 0x40),
  }),
  // ESC/Daruma (interpreter/daruma.ts). It has no known command for pictures or white on black.
  daruma: profile('daruma', 'Daruma DR800 e DR700', {
    dialect: 'daruma',
    qr: 'native',
    cut: 'full',
    // ESC p without times (grandchef/escpos-buffer).
    drawer: Uint8Array.of(0x1b, 0x70),
    status: 'daruma',
    can: { inverse: false, cut: true, qrs: ['native'] },
  }),
  'generic-80': profile('generic-80', 'Genérica 80 mm', { status: 'none' }),
  'generic-58': profile('generic-58', 'Genérica 58 mm', {
    columns: 32,
    dots: 384,
    cut: 'none',
    can: { ...ALL, cut: false },
    status: 'none',
  }),
} as const;

function profile(id: string, name: string, special: Partial<PrinterProfile>): PrinterProfile {
  return {
    id,
    name,
    dialect: 'escpos',
    ...PAPER_80,
    codepage: { name: 'cp850', n: 2 },
    qr: 'raster',
    cut: 'partial',
    drawer: ESC_P,
    status: 'dle',
    can: ALL,
    prefix: NOTHING,
    ...special,
  };
}

/** Returns the profile with this id. Null if it is not known, or not known any more. */
export function profileOf(id: string): PrinterProfile | null {
  return Object.values<PrinterProfile>(PROFILES).find((each) => each.id === id) ?? null;
}
