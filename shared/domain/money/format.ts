import type { Centavos } from './centavos.ts';
import { toDecimalReais } from './decimal-reais.ts';

const brl = new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' });
const plain = new Intl.NumberFormat('pt-BR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Returns an amount for people: `R$ 1.234,56`, with the no-break space (U+00A0) that Intl puts after the symbol. */
export function formatBRL(amount: Centavos): string {
  return brl.format(asNumericText(amount));
}

/** Returns an amount without the symbol, for columns and for printers without the no-break space: `1.234,56`. */
export function formatReais(amount: Centavos): string {
  return plain.format(asNumericText(amount));
}

/** Returns a decimal text, which Intl formats exactly. A number would be rounded to binary first. */
function asNumericText(amount: Centavos): Intl.StringNumericLiteral {
  return toDecimalReais(amount) as Intl.StringNumericLiteral;
}
