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

/** The language of a kind of printer. */
export type Dialect = 'escpos' | 'daruma';

/** One step of a printer: a command with its operands, a text, or an end of line. */
export interface Step {
  readonly name: string;
  readonly operands: Uint8Array;
  /** The text that it prints. Null for a command. */
  readonly text: string | null;
  /** The number of bytes, operands included. */
  readonly length: number;
}

const LANGUAGES: Readonly<Record<Dialect, Language>> = { escpos: ESCPOS, daruma: DARUMA };
const NOTHING = new Uint8Array();

/**
 * Interprets a printer's bytes strictly: throws a SyntaxError for an unknown command and for a wrong length. Text is read as
 * cp850 and only after `ESC t 2`.
 */
export function interpret(bytes: Uint8Array, dialect: Dialect): readonly PrinterEvent[] {
  const machine = createMachine();
  const taken = steps(bytes, dialect, machine);
  while (taken.next().done !== true) continue;
  return machine.events;
}

/** Yields the steps of the bytes on `machine`. Throws as `interpret` does. */
export function* steps(
  bytes: Uint8Array,
  dialect: Dialect,
  machine: Machine = createMachine(),
): Generator<Step, void> {
  let at = 0;
  try {
    while (at < bytes.length) {
      const step = takeStep(machine, bytes.subarray(at), LANGUAGES[dialect]);
      at += step.length;
      yield step;
    }
    if (machine.runs.length > 0) refuse('text without an end of line');
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new SyntaxError(`not ${dialect} near byte ${at}: ${error.message}`, { cause: error });
    throw error;
  }
}

function takeStep(machine: Machine, rest: Uint8Array, language: Language): Step {
  const [first = 0, second = 0] = rest;
  if (first >= 0x20) {
    const end = rest.findIndex((byte) => byte < 0x20);
    const text = rest.subarray(0, end < 0 ? rest.length : end);
    return { name: 'text', operands: NOTHING, text: write(machine, text), length: text.length };
  }
  if (first === 0x0a) {
    endLine(machine);
    return { name: 'LF', operands: NOTHING, text: null, length: 1 };
  }
  const order = language[Buffer.of(first, second).toString('hex')];
  if (order === undefined) return refuse(`command ${Buffer.of(first, second).toString('hex')}`);
  const size = order.size(rest.subarray(2));
  const operands = rest.subarray(2, 2 + size);
  if (operands.length < size) refuse('cut short');
  order.act(machine, operands);
  return { name: order.name, operands, text: null, length: 2 + size };
}
