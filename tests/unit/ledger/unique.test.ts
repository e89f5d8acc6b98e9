import { describe, expect, it } from 'vitest';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import { givenUp, opened, queued, seen } from '../domain/charge/samples.ts';
import { createdAs, happen, idOf, memoryLedger } from './setup-ledger.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

describe('the database itself', () => {
  it('holds one charge that waits for its operator, whatever name its till has', () => {
    const ledger = memoryLedger();
    happen(ledger, 1, createdAs(1));
    expect(() => happen(ledger, 2, createdAs(2))).toThrow(/UNIQUE.*charge.waits/);
    expect(ledger.charges.byId(idOf(2))).toBeNull();
    expect(ledger.log.head().seq).toBe(1);
    expect(ledger.jobs.of(idOf(2))).toEqual([]);
    happen(ledger, 1, queued(), givenUp());
    happen(ledger, 2, createdAs(2));
    expect(ledger.charges.waiting()?.id).toBe(idOf(2));
  });

  it('keeps a request for ever', () => {
    const ledger = memoryLedger();
    happen(ledger, 1, createdAs(1), givenUp());
    expect(() => happen(ledger, 2, { ...createdAs(2), requestId: 'request-1' } as ChargeEvent)).toThrow(
      /UNIQUE.*request_id/,
    );
    expect(ledger.charges.byRequestId('request-1')?.id).toBe(idOf(1));
  });

  it('uses an order reference once, in whatever charge', () => {
    const ledger = memoryLedger();
    happen(ledger, 1, createdAs(1), givenUp());
    expect(() => happen(ledger, 2, { ...createdAs(2), orderRef: 'ref-1-1' } as ChargeEvent)).toThrow(
      /UNIQUE.*order_ref/,
    );
    expect(ledger.charges.byOrderRef('ref-1-1')?.id).toBe(idOf(1));
  });

  it('creates a charge once, and knows no charge that was not created', () => {
    const ledger = memoryLedger();
    happen(ledger, 1, createdAs(1), opened(), seen('approved'));
    expect(ledger.apply(idOf(1), createdAs(1), byWindow('ana'))).toEqual({
      ok: false,
      error: 'not-applicable',
    });
    expect(ledger.charges.byId(idOf(1))?.status).toBe('approved');
    expect(ledger.apply(idOf(9), opened(), byWindow('ana'))).toEqual({ ok: false, error: 'not-applicable' });
  });
});
