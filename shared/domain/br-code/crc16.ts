import { utf8Bytes } from './utf8.ts';

/**
 * Returns the CRC16-CCITT-FALSE of the UTF-8 bytes of a text, as four upper-case hexadecimal digits: polynomial 0x1021, start
 * 0xFFFF, no reflection, no final xor. `123456789` gives `29B1`.
 * Source: EMV QR Code Specification for Payment Systems (Merchant-Presented Mode), data object 63, after ISO/IEC 13239;
 * BACEN, Manual de Padrões para Iniciação do Pix, BR Code.
 */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of utf8Bytes(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : crc << 1;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** True if the last four characters are the CRC of all before them. Refuses lower-case digits, because payers' banks compare text. */
export function endsWithItsCrc(code: string): boolean {
  // Checks the digits first, because cutting four units off another text could leave half a character.
  return /[0-9A-F]{4}$/.test(code) && code.isWellFormed() && code.slice(-4) === crc16(code.slice(0, -4));
}
