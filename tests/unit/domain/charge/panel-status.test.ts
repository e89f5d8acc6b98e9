import { describe, expect, it } from 'vitest';
import { CHARGE_STATUSES } from '../../../../shared/domain/charge/charge.ts';
import { panelStatusOf, PANEL_STATUSES } from '../../../../shared/domain/charge/panel-status.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';

describe('the words of the panel', () => {
  it('are one for each state, and each word is some state’s', () => {
    const none = { refundedAmount: centavos(0) };
    const words = CHARGE_STATUSES.map((status) => panelStatusOf({ status, ...none }));
    expect(new Set(words)).toEqual(new Set(PANEL_STATUSES));
    expect(words.filter((word) => word === 'pendente')).toHaveLength(4);
  });

  it('call nothing returned that has not come back', () => {
    const word = (refunded: number): string =>
      panelStatusOf({ status: 'refund_pending', refundedAmount: centavos(refunded) });
    expect(word(0)).toBe('aprovado');
    expect(word(1)).toBe('estorno-parcial');
  });
});
