import { expect, it } from 'vitest';
import { needsManagerToAccept } from '../../../../shared/domain/charge/acceptance.ts';
import type { ChargeEvent } from '../../../../shared/domain/charge/event.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import * as is from './samples.ts';

const paid = (amount: number | null): readonly ChargeEvent[] => [
  is.opened(),
  is.seen('approved', 1, amount === null ? null : centavos(amount)),
];

/** A sale of 1000 centavos, what happened to it, and whether a manager must accept it. */
const TABLE: readonly (readonly [string, readonly ChargeEvent[], boolean])[] = [
  ['the exact amount', paid(1000), false],
  ['one centavo less', paid(999), true],
  ['nothing', paid(0), true],
  ['one centavo more', paid(1001), false],
  ['5 % more', paid(1050), false],
  ['a centavo over 5 % more', paid(1051), true],
  ['twice the amount', paid(2000), true],
  ['an unknown amount', paid(null), true],
  ['more, and the rest refunded', [...paid(1300), is.refundRequested(300), is.refundDone()], false],
  ['the amount, and a part refunded', [...paid(1000), is.refundRequested(100), is.refundDone()], true],
  ['not yet', [is.opened()], false],
  ['less, and accepted before', [...paid(500), is.finalized], false],
];

it.each(TABLE)('a manager accepts a payment of %s', (_name, events, needs) => {
  expect(needsManagerToAccept(is.charge(...events))).toBe(needs);
});
