import fc from 'fast-check';
import { centavos, MAX_CENTAVOS, type Centavos } from '../../../../shared/domain/money/centavos.ts';

/** Any sum, with small ones and the upper bound met often. */
export const anySum: fc.Arbitrary<Centavos> = fc
  .oneof(
    fc.integer({ min: 0, max: 100_000 }),
    fc.integer({ min: 0, max: MAX_CENTAVOS }),
    fc.integer({ min: MAX_CENTAVOS - 1_000, max: MAX_CENTAVOS }),
  )
  .map(centavos);
