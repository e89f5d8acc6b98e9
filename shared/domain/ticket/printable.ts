/** The replacements of characters that cp850, the code page of the printers, does not have. */
const REPLACED: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '…': '...',
  '€': 'EUR',
  '•': '·',
  // In cp850, but encoders send it as 0x15, which is a control character to a printer.
  '§': 'par.',
};

/** The letters and signs past ASCII that Portuguese needs and cp850 has. */
const KNOWN = /^[\u0020-\u007eÀ-ÅÇ-ÏÑ-ÖÙ-Ýàáâãäåçèéêëìíîïñòóôõöùúûüýÿªº°·¿¡«»£¢²³¹½¼×÷±]$/;

/**
 * Returns a text that a printer can print. Each accented letter becomes one character. Dashes, quotes and similar signs are
 * replaced. Each space and control character (also ESC and GS, which begin a command) becomes a space. A character that cp850
 * lacks becomes a `?`.
 */
export function printable(text: string): string {
  const plain = text.normalize('NFC').replaceAll(/[\p{C}\p{Z}]/gu, ' ');
  return [...plain].map((character) => known(REPLACED[character] ?? character)).join('');
}

function known(text: string): string {
  return text.length > 1 && /^[ -~]+$/.test(text) ? text : KNOWN.test(text) ? text : '?';
}
