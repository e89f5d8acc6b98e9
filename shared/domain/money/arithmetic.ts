import { centavos, type Centavos } from './centavos.ts';

/** Returns the sum of two amounts. Throws a RangeError above `MAX_CENTAVOS`, which is a bug. */
export function addCentavos(left: Centavos, right: Centavos): Centavos {
  return centavos(left + right);
}
