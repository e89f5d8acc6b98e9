import { interpret } from '../../../main/core/printing/interpreter/interpret.ts';

/** Returns the lines that an ESC/POS printer prints. Throws a SyntaxError for an unknown command. */
export function printedLines(bytes: Uint8Array): string[] {
  return interpret(bytes, 'escpos').flatMap((event) => (event.kind === 'line' ? [event.text.trim()] : []));
}

/** True if a slip is marked as a second copy. */
export function isCopy(bytes: Uint8Array): boolean {
  return printedLines(bytes).some((line) => line.includes('2ª VIA'));
}
