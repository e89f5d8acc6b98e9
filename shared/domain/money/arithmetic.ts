import { err, ok, type Result } from '../../kernel/result.ts';
import { centavos, type Centavos } from './centavos.ts';

/** Returns the sum of two amounts. Throws a RangeError above `MAX_CENTAVOS`, which is a bug. */
export function addCentavos(left: Centavos, right: Centavos): Centavos {
  return centavos(left + right);
}

/** Returns `from` minus `taken`. Fails with `below-zero` if `taken` is larger. */
export function subtractCentavos(from: Centavos, taken: Centavos): Result<Centavos, 'below-zero'> {
  return taken > from ? err('below-zero') : ok(centavos(from - taken));
}

/**
 * Splits `total` in proportion to `weights`. The sum of the shares is exactly `total`. Rounds every share down and adds the rest,
 * one centavo each, to the first shares whose weight is not zero.
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
