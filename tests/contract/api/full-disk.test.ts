import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../support/api/start-test-api.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

describe('a disk that takes nothing more', () => {
  let till: TestApi;
  const db = () => till.app.till().ledger.db;
  const order = { requestId: 'on-a-full-disk', amount: 500 };

  beforeAll(async () => {
    till = await startTestApi();
    // SQLite gives the same error at its own limit as at the disk's. The last page is filled up first.
    db().pragma(`max_page_count = ${String(db().pragma('page_count', { simple: true }))}`);
    const fill = () =>
      till.app.till().ledger.record('pin-failed', { who: 'x'.repeat(200) }, byWindow('test'));
    expect(() => {
      for (;;) fill();
    }).toThrow('full');
  });
  afterAll(() => till.stop());

  it('charges nobody, and says so', async () => {
    const answer = await till.post('/v1/charges', order);
    expect([answer.status, answer.json['code']]).toEqual([503, 'storage_failed']);
    const shift = await till.post('/v1/shift/open', { operator: 'Ana', pin: '1234' });
    expect([shift.status, shift.json['code']]).toEqual([503, 'storage_failed']);
  });

  it('goes on reading', async () => {
    expect((await till.get('/v1/status')).json['unsettled']).toEqual([]);
    expect((await till.get('/v1/charges')).json['items']).toEqual([]);
  });

  it('takes the same request once there is room', async () => {
    db().pragma('max_page_count = 1000000');
    const answer = await till.post('/v1/charges', order);
    expect(answer.status).toBe(201);
    await till.until(String(answer.json['id']), 'pending');
  });
});
