import { err, type Result } from '../../kernel/result.ts';
import { MAX_CENTAVOS, type Centavos } from './centavos.ts';
import { fromDigits } from './decimal-reais.ts';

/** Why a text is not a sum in reais. */
export type ParseReaisError = 'empty' | 'not-a-number' | 'negative' | 'too-many-decimals' | 'too-large';

/** `1.234` and `1.234.567`: a point every three digits. The first group cannot start with zero, so `0.123` does not match. */
const GROUPED = /^[1-9]\d{0,2}(?:\.\d{3})+$/;

/** `12,34` and `,50`. The part before the comma may be grouped. */
const WITH_COMMA = /^([\d.]*),(\d+)$/;

/** `12.34`, as calculators and spreadsheets paste it. */
const WITH_POINT = /^(\d*)\.(\d+)$/;

/**
 * Returns the centavos of a text typed or pasted in Brazil: `1.234,56`, `R$ 25,90`, `25.9`, `12`. A comma is always the decimal
 * mark. A point is a thousands mark if it can be one (`1.234` is one thousand), else the decimal mark (`25.9`). Digits are read as
 * text, never through a float.
 *
 * @param max the largest amount that is accepted, in centavos.
 */
export function parseReais(text: string, max: Centavos = MAX_CENTAVOS): Result<Centavos, ParseReaisError> {
  const { negative, digits } = stripSignAndSymbol(text);
  if (digits === '' && !negative) return err('empty');
  const parts = splitDecimals(digits);
  if (!parts) return err('not-a-number');
  if (negative) return err('negative');
  if (parts.decimals.length > 2) return err('too-many-decimals');
  const amount = fromDigits(parts.reais, parts.decimals);
  return amount.ok && amount.value > max ? err('too-large') : amount;
}

/** Removes a minus and the symbol. The minus may be before or after the symbol. Pasted tables also write it as U+2212. */
function stripSignAndSymbol(text: string): { readonly negative: boolean; readonly digits: string } {
  const [, before = '', after = '', digits = ''] =
    /^([-\u2212]?)\s*(?:R\$)?\s*([-\u2212]?)\s*(.*)$/is.exec(text.trim()) ?? [];
  return { negative: before !== '' || after !== '', digits };
}

function splitDecimals(digits: string): { readonly reais: string; readonly decimals: string } | null {
  if (/^\d+$/.test(digits)) return { reais: digits, decimals: '' };
  if (GROUPED.test(digits)) return { reais: digits.replaceAll('.', ''), decimals: '' };
  const point = WITH_POINT.exec(digits);
  if (point) return { reais: point[1] ?? '', decimals: point[2] ?? '' };
  const comma = WITH_COMMA.exec(digits);
  if (!comma) return null;
  const [, reais = '', decimals = ''] = comma;
  if (reais.includes('.') && !GROUPED.test(reais)) return null;
  return { reais: reais.replaceAll('.', ''), decimals };
}
