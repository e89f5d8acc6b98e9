import { err, ok, type Result } from '../../kernel/result.ts';
import { isScanned, type Burst } from '../scanner/burst.ts';
import { centavos, isCentavos, type Centavos } from './centavos.ts';
import { parseReais, type ParseReaisError } from './parse-reais.ts';

/** One key of the till's number pad. */
export type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/**
 * Why a money field holds nothing that can be used. `decimals-full`: a third digit after the comma. `no-sums`: a sign of
 * arithmetic. `digits-only`: another sign. `barcode`: signs at scanner speed. `zero`: Enter without an amount.
 */
export type EntryProblem = ParseReaisError | 'zero' | 'decimals-full' | 'no-sums' | 'digits-only' | 'barcode';

interface Typed {
  readonly amount: Centavos;
  /** While there is a problem, the field's Enter does nothing. */
  readonly problem: EntryProblem | null;
  /** Digits after the decimal mark. Null before it is typed: then the centavos fill from the right. */
  readonly decimals: 0 | 1 | 2 | null;
  /** Signs that did not fit. Backspace takes them back first, and until then every other sign is refused too. */
  readonly refused: number;
  /** True for an amount that was not typed. The first digit replaces it, as it replaces selected text. */
  readonly isFilled: boolean;
}

/** What a money field holds: an amount that is typed digit by digit. */
export interface AmountEntry extends Typed {
  /** What it held before the present burst of signs. Null before the first. */
  readonly before: { readonly from: number; readonly typed: Typed } | null;
}

/** What is done to a money field. */
export type EntryAction =
  | { readonly type: 'sign'; readonly sign: string; readonly burst: Burst }
  /** A key of the keypad on the screen. */
  | { readonly type: 'digit'; readonly digit: Digit }
  /** The Enter of a scanner. */
  | { readonly type: 'scanned'; readonly burst: Burst }
  | { readonly type: 'backspace' }
  | { readonly type: 'escape' }
  | { readonly type: 'clear' }
  /** The text was selected, so that the next digit replaces it. */
  | { readonly type: 'select' }
  | { readonly type: 'paste'; readonly text: string }
  | { readonly type: 'fill'; readonly amount: Centavos }
  | { readonly type: 'submitted-empty' };

const EMPTY: Typed = { amount: centavos(0), problem: null, decimals: null, refused: 0, isFilled: false };

/** An empty money field. */
export const EMPTY_ENTRY: AmountEntry = { ...EMPTY, before: null };

/** Returns a money field with an amount in it that the first digit replaces. */
export function filledEntry(amount: Centavos): AmountEntry {
  return { ...EMPTY_ENTRY, amount, isFilled: amount > 0 };
}

/** Returns the digit of a key (`KeyboardEvent.key`), or null for every other key. */
export function digitOf(key: string): Digit | null {
  return /^[0-9]$/.test(key) ? (Number(key) as Digit) : null;
}

/**
 * Returns the amount after one more digit. As on Brazilian tills, centavos fill from the right: 1, 2, 5, 0 make 0,01, 0,12, 1,25,
 * 12,50. Fails with `too-large` if the digit would exceed `limit`.
 */
export function pushDigit(amount: Centavos, digit: Digit, limit: Centavos): Result<Centavos, 'too-large'> {
  const next = amount * 10 + digit;
  return next > limit ? err('too-large') : ok(centavos(next));
}

/** Returns the amount without its last digit: 12,50 becomes 1,25. */
export function popDigit(amount: Centavos): Centavos {
  return centavos((amount - (amount % 10)) / 10);
}

/** Returns what a money field holds after an action. `limit` is the largest amount that it takes. */
export function enterAmount(entry: AmountEntry, action: EntryAction, limit: Centavos): AmountEntry {
  const { before } = entry;
  // If a code was refused, the next sign is added to the amount from before the code.
  const typed = entry.problem === 'barcode' && before !== null ? before.typed : entry;
  switch (action.type) {
    case 'sign': {
      const { sign, burst } = action;
      if (isScanned(burst)) return refuseCode(entry, burst);
      const start = before?.from === burst.from ? before : { from: burst.from, typed: withoutBefore(typed) };
      return { ...pushSign(typed, sign, limit), before: start };
    }
    case 'scanned':
      return refuseCode(entry, action.burst);
    case 'digit':
      return { ...pushSign(typed, String(action.digit), limit), before };
    case 'backspace':
      return { ...popSign(entry, typed), before };
    case 'escape':
      return { ...readRefusal(entry, typed), before };
    case 'clear':
      return { ...EMPTY, before };
    case 'select':
      return { ...filledEntry(typed.amount), before };
    case 'fill':
      return { ...filledEntry(action.amount), before };
    case 'paste': {
      const pasted = parseReais(action.text, limit);
      // After a refused text the next digit begins a new amount, because the text was meant to replace this one.
      if (!pasted.ok) return { ...filledEntry(typed.amount), problem: pasted.error, before };
      return { ...filledEntry(pasted.value), before };
    }
    case 'submitted-empty':
      return { ...entry, problem: 'zero' };
  }
}

/** Undoes the signs of a burst that proved to be a code, and says so. */
function refuseCode(entry: AmountEntry, burst: Burst): AmountEntry {
  const isOfBurst = entry.before?.from === burst.from;
  const before = isOfBurst ? entry.before : { from: burst.from, typed: withoutBefore(entry) };
  return { ...(before?.typed ?? entry), problem: 'barcode', before };
}

function withoutBefore({ amount, problem, decimals, refused, isFilled }: Typed): Typed {
  return { amount, problem, decimals, refused, isFilled };
}

function pushSign(typed: Typed, sign: string, limit: Centavos): Typed {
  if (typed.refused > 0) return { ...typed, refused: typed.refused + 1 };
  const digit = digitOf(sign);
  if (digit !== null) return addDigit(typed.isFilled ? EMPTY : typed, digit, limit);
  if (sign === ',' || sign === '.') return addMark(typed.isFilled ? EMPTY : typed, limit);
  if (/^[-+*/=]$/.test(sign)) return refuse(typed, 'no-sums');
  return { ...typed, problem: 'digits-only' };
}

function refuse(typed: Typed, problem: EntryProblem): Typed {
  return { ...typed, problem, refused: 1 };
}

function addDigit(typed: Typed, digit: Digit, limit: Centavos): Typed {
  const { amount, decimals } = typed;
  if (decimals === null) {
    const next = pushDigit(amount, digit, limit);
    return next.ok ? { ...typed, amount: next.value, problem: null } : refuse(typed, next.error);
  }
  if (decimals === 2) return refuse(typed, 'decimals-full');
  const next = amount + digit * (decimals === 0 ? 10 : 1);
  if (next > limit) return refuse(typed, 'too-large');
  return { ...typed, amount: centavos(next), decimals: decimals === 0 ? 1 : 2, problem: null };
}

/** After a decimal mark the digits before it are reais: 2, 5, comma make 25,00. */
function addMark(typed: Typed, limit: Centavos): Typed {
  if (typed.decimals !== null) return refuse(typed, 'decimals-full');
  const reais = typed.amount * 100;
  if (reais > limit || !isCentavos(reais)) return refuse(typed, 'too-large');
  return { ...typed, amount: centavos(reais), decimals: 0, problem: null };
}

/** Takes back the last sign: a refused one first, a refused code or text as a whole. */
function popSign({ problem }: AmountEntry, typed: Typed): Typed {
  if (problem === 'barcode') return typed;
  if (typed.refused > 1) return { ...typed, refused: typed.refused - 1 };
  if (typed.refused === 1 || problem === 'digits-only') return { ...typed, refused: 0, problem: null };
  if (typed.isFilled) return problem === null ? EMPTY : { ...typed, problem: null };
  const { amount, decimals } = typed;
  if (decimals === null) return { ...typed, amount: popDigit(amount), problem: null };
  if (decimals === 0) return { ...typed, amount: centavos(amount / 100), decimals: null, problem: null };
  const rest = amount % (decimals === 2 ? 10 : 100);
  return { ...typed, amount: centavos(amount - rest), decimals: decimals === 2 ? 1 : 0, problem: null };
}

/** Escape ends a refusal and keeps the amount that was there before the refused text or code. Without a refusal it clears. */
function readRefusal({ problem }: AmountEntry, typed: Typed): Typed {
  if (problem === 'barcode') return typed;
  const isKept = problem === 'digits-only' || (typed.isFilled && problem !== null && problem !== 'zero');
  return isKept ? { ...typed, refused: 0, problem: null } : EMPTY;
}
