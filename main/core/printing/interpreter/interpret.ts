import { DARUMA } from './daruma.ts';
import { ESCPOS } from './escpos.ts';
import {
  createMachine,
  endLine,
  refuse,
  write,
  type Language,
  type Machine,
  type PrinterEvent,
} from './machine.ts';

/** How a kind of printer is spoken to. */
export type Dialect = 'escpos' | 'daruma';

/** One step of a printer: a command with its operands, text, or an end of line. */
export interface Step {
  readonly name: string;
  readonly operands: Uint8Array;
  /** What is printed by it; null where it is no text. */
  readonly text: string | null;
}

const LANGUAGES: Readonly<Record<Dialect, Language>> = { escpos: ESCPOS, daruma: DARUMA };
const NOTHING = new Uint8Array();

/**
 * Reads a printer's bytes as strictly as the worst printer would punish: throws a SyntaxError at any command it does not
 * know and at any length that does not fit. Text is read as cp850 and only after `ESC t 2`.
 */
export function interpret(bytes: Uint8Array, dialect: Dialect): readonly PrinterEvent[] {
  const machine = createMachine();
  run(machine, bytes, dialect, () => undefined);
  return machine.events;
}

/** The same bytes step by step, for whoever reads them. */
export function steps(bytes: Uint8Array, dialect: Dialect): readonly Step[] {
  const taken: Step[] = [];
  run(createMachine(), bytes, dialect, (step) => taken.push(step));
  return taken;
}

function run(machine: Machine, bytes: Uint8Array, dialect: Dialect, onStep: (step: Step) => void): void {
  let at = 0;
  try {
    while (at < bytes.length) at += step(machine, bytes.subarray(at), LANGUAGES[dialect], onStep);
    if (machine.runs.length > 0) refuse('text without an end of line');
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new SyntaxError(`not ${dialect} near byte ${at}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** Takes one step, and tells how many bytes it was. */
function step(machine: Machine, rest: Uint8Array, language: Language, onStep: (step: Step) => void): number {
  const [first = 0, second = 0] = rest;
  if (first >= 0x20) {
    const end = rest.findIndex((byte) => byte < 0x20);
    const text = rest.subarray(0, end < 0 ? rest.length : end);
    onStep({ name: 'text', operands: NOTHING, text: write(machine, text) });
    return text.length;
  }
  if (first === 0x0a) {
    endLine(machine);
    onStep({ name: 'LF', operands: NOTHING, text: null });
    return 1;
  }
  const order = language[Buffer.of(first, second).toString('hex')];
  if (order === undefined) return refuse(`command ${Buffer.of(first, second).toString('hex')}`);
  const size = order.size(rest.subarray(2));
  const operands = rest.subarray(2, 2 + size);
  if (operands.length < size) refuse('cut short');
  order.act(machine, operands);
  onStep({ name: order.name, operands, text: null });
  return 2 + size;
}
