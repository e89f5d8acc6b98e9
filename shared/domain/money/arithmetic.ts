import { err, ok, type Result } from '../../kernel/result.ts';
import { centavos, type Centavos } from './centavos.ts';

/** The sum of two amounts. Throws a RangeError above `MAX_CENTAVOS`, which no shop reaches without a bug. */
export function addCentavos(left: Centavos, right: Centavos): Centavos {
  return centavos(left + right);
}

/** `from` minus `taken`; the error `below-zero` when more is taken than there is. */
export function subtractCentavos(from: Centavos, taken: Centavos): Result<Centavos, 'below-zero'> {
  return taken > from ? err('below-zero') : ok(centavos(from - taken));
}

/**
 * Splits `total` in proportion to `weights`, to the centavo: the shares add up to `total` exactly. Every share is rounded
 * down and what remains goes out one centavo at a time to the first shares whose weight is not zero.
 * Throws a RangeError unless the weights are whole, not negative and not all zero.
 */
export function allocate(total: Centavos, weights: readonly number[]): readonly Centavos[] {
  if (!weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0)) {
    throw new RangeError(`not weights: ${weights.join(', ')}`);
  }
  // total x weight may pass 2^53, hence BigInt.
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole === 0n) throw new RangeError('nobody to allocate to');
  const shares = weights.map((weight) => Number((BigInt(total) * BigInt(weight)) / whole));
  let left = total - shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, index) => {
    if (left === 0 || weights[index] === 0) return centavos(share);
    left -= 1;
    return centavos(share + 1);
  });
}
