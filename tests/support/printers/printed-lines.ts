import { interpret } from '../../../main/core/printing/interpreter/interpret.ts';

/** What an ESC/POS printer would have on paper, line by line. Throws a SyntaxError at a command that there is not. */
export function printedLines(bytes: Uint8Array): string[] {
  return interpret(bytes, 'escpos').flatMap((event) => (event.kind === 'line' ? [event.text.trim()] : []));
}

/** Whether a slip says that it is a second copy. */
export function isCopy(bytes: Uint8Array): boolean {
  return printedLines(bytes).some((line) => line.includes('2ª VIA'));
}
