import { describe, expect, it } from 'vitest';
import { PANEL_STATUSES } from '../../../../shared/domain/charge/panel-status.ts';
import {
  panelStatusOfStored,
  STORED_STATUSES,
  storedStatusOf,
} from '../../../../shared/domain/charge/stored-status.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';

describe('the names of the statuses in stored closings', () => {
  it('are the ones that ledgers have, in the order of the sheet', () => {
    expect(STORED_STATUSES).toEqual([
      'pending',
      'approved',
      'partially-refunded',
      'refunded',
      'expired',
      'cancelled',
      'failed',
    ]);
  });

  it('are one for each status', () => {
    expect(STORED_STATUSES.map(panelStatusOfStored).toSorted()).toEqual(PANEL_STATUSES.toSorted());
  });

  it('are written for a charge by its status', () => {
    const stored = storedStatusOf({ status: 'refund_pending', refundedAmount: centavos(1) });
    expect([stored, panelStatusOfStored(stored)]).toEqual(['partially-refunded', 'estorno-parcial']);
  });
});
