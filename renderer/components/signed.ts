import { centavos } from '../../shared/domain/money/centavos.ts';
import { formatBRL } from '../../shared/domain/money/format.ts';

/** Returns `R$ 1.234,56`, with a minus if more was refunded than received. */
export function signed(amount: number): string {
  return `${amount < 0 ? '\u2212' : ''}${formatBRL(centavos(Math.abs(amount)))}`;
}
