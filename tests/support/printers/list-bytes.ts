import { createHash } from 'node:crypto';
import { steps, type Dialect, type Step } from '../../../main/core/printing/interpreter/interpret.ts';

/** Longer operands are written as their length and their hash. */
const LONGEST = 400;
const HEAD = 6;

/**
 * Returns a printer's bytes as text for people: a line for each line on paper, commands by their names in the manuals, operands
 * in hexadecimal and text in quotes.
 */
export function listBytes(bytes: Uint8Array, dialect: Dialect): string {
  const lines: string[][] = [[]];
  for (const step of steps(bytes, dialect)) {
    lines.at(-1)?.push(textOf(step));
    if (step.name === 'LF') lines.push([]);
  }
  return lines
    .map((parts) => parts.join(' '))
    .join('\n')
    .trimEnd();
}

export function shortHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

function textOf({ name, operands, text }: Step): string {
  if (text !== null) return JSON.stringify(text);
  return operands.length === 0 ? name : `${name} ${operandsOf(operands)}`;
}

function operandsOf(operands: Uint8Array): string {
  const hex = (part: Uint8Array): string => Buffer.from(part).toString('hex');
  if (operands.length > LONGEST)
    return `${hex(operands.subarray(0, HEAD))} <${operands.length - HEAD} bytes, sha256 ${shortHash(operands.subarray(HEAD))}>`;
  // Text of four characters and more is written out.
  return Buffer.from(operands)
    .toString('latin1')
    .replaceAll(/[ -~]{4,}|[^]/g, (part) =>
      part.length > 1 ? ` ${JSON.stringify(part)} ` : part.charCodeAt(0).toString(16).padStart(2, '0'),
    )
    .trim();
}
