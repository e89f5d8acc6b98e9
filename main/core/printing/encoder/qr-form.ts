import type { TicketItem } from '../../../../shared/domain/ticket/ticket.ts';
import type { PrinterProfile } from '../encoder-port.ts';

/**
 * Returns how a QR is printed. `native` only for ASCII, because printers differ in how they encode other bytes: some read two
 * bytes as one Kanji character. The QR of any other text is a picture, which has the same bytes as on the screen.
 */
export function qrForm(
  { data, form }: Extract<TicketItem, { kind: 'qr' }>,
  profile: PrinterProfile,
): 'native' | 'raster' {
  if (!/^[\x20-\x7e]*$/.test(data)) return 'raster';
  return form === 'profile' ? profile.qr : form;
}
