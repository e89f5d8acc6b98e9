/** Code page 850, its upper half in order. Source: IBM, code page 850 (Multilingual Latin 1). */
const UPPER =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** The character that a byte from 0x20 up stands for. */
export function fromCp850(byte: number): string {
  return byte < 0x80 ? String.fromCharCode(byte) : UPPER.charAt(byte - 0x80);
}
