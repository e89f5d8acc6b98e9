import { centavos } from '../../shared/domain/money/centavos.ts';
import { formatBRL } from '../../shared/domain/money/format.ts';

/** `R$ 1.234,56`, and with a minus before it when more went back than came in. */
export function signed(amount: number): string {
  return `${amount < 0 ? '\u2212' : ''}${formatBRL(centavos(Math.abs(amount)))}`;
}
