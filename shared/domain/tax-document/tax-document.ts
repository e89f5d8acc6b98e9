const CPF_WEIGHTS = [
  [10, 9, 8, 7, 6, 5, 4, 3, 2],
  [11, 10, 9, 8, 7, 6, 5, 4, 3, 2],
];
const CNPJ_WEIGHTS = [
  [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
  [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
];

/** True for a CPF or a CNPJ with correct check digits, with or without punctuation. Since July 2026 a CNPJ may have letters. */
export function isTaxDocument(text: string): boolean {
  const characters = text.replace(/[./-]/g, '').toUpperCase();
  if (/^\d{11}$/.test(characters)) return hasCheckDigits(characters, CPF_WEIGHTS);
  if (/^[0-9A-Z]{12}\d{2}$/.test(characters)) return hasCheckDigits(characters, CNPJ_WEIGHTS);
  return false;
}

function hasCheckDigits(characters: string, weights: readonly (readonly number[])[]): boolean {
  if (/^(.)\1*$/.test(characters)) return false; // 111.111.111-11 passes the sum and is never issued
  return weights.every((row) => {
    const sum = row.reduce((total, weight, place) => total + weight * (characters.charCodeAt(place) - 48), 0);
    const digit = sum % 11 < 2 ? 0 : 11 - (sum % 11);
    return characters.charCodeAt(row.length) - 48 === digit;
  });
}
