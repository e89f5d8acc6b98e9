/** Returns centavos as decimal reais, with whole numbers only: `-1234` becomes `-12.34`. */
export function reais(centavos: number, point: '.' | ','): string {
  const digits = String(Math.abs(centavos)).padStart(3, '0');
  return `${centavos < 0 ? '-' : ''}${digits.slice(0, -2)}${point}${digits.slice(-2)}`;
}
