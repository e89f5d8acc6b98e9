import { centavos, type Centavos } from './centavos.ts';

/** The sum of two amounts. Throws a RangeError above `MAX_CENTAVOS`, which no shop reaches without a bug. */
export function addCentavos(left: Centavos, right: Centavos): Centavos {
  return centavos(left + right);
}
