/** The upper half of code page 850, in order. Source: IBM, code page 850 (Multilingual Latin 1). */
const UPPER =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** Returns the character of a byte from 0x20 up. */
export function fromCp850(byte: number): string {
  return byte < 0x80 ? String.fromCharCode(byte) : UPPER.charAt(byte - 0x80);
}

/** Returns the bytes of a text with the characters of `printable`. Throws a RangeError for any other. */
export function toCp850(text: string): readonly number[] {
  return [...text].map((character) => {
    if (/^[ -~]$/.test(character)) return character.charCodeAt(0);
    const at = UPPER.indexOf(character);
    if (at < 0) throw new RangeError(`cp850 has no ${character}`);
    return at + 0x80;
  });
}
