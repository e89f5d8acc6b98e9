import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEvents, type ReadEvent } from '../../support/api/event-reader.ts';
import { httpCall } from '../../support/api/http-call.ts';
import { startTestApi, type TestApi } from '../../support/api/start-test-api.ts';

describe('the stream of events', () => {
  let till: TestApi;
  const read = (lastEventId?: string) => readEvents(till.api.url, till.token(), lastEventId);
  const head = () => till.app.till().ledger.log.head().seq;
  const about =
    (id: string, type: string) =>
    ({ data }: ReadEvent): boolean =>
      data['chargeId'] === id && data['type'] === type;

  beforeAll(async () => {
    till = await startTestApi();
  });
  afterAll(() => till.stop());

  it('tells of each event of the ledger, with the charge as it stands', async () => {
    const reader = await read();
    const id = await till.charge(1500, { reference: 'PDV 9' });
    const opened = await reader.find(about(id, 'opened'));
    expect(opened.event).toBe('message');
    expect(opened.data).toMatchObject({
      seq: Number(opened.id),
      actor: 'balcao',
      charge: { id, status: 'pending', reference: 'PDV 9' },
      body: { attempt: 1 },
    });
    expect(opened.data['at']).toMatch(/Z$/);
    await till.cancel(id);
    const last = await reader.find(about(id, 'seen'));
    const seqs = reader.events.map((event) => Number(event.id));
    expect(seqs).toEqual(Array.from(seqs, (_, place) => seqs[0]! + place));
    expect(last.data['charge']).toMatchObject({ status: 'cancelled' });
    reader.close();
  });

  it('tells what is about no charge too', async () => {
    const reader = await read();
    await till.post('/v1/shift/open', { operator: 'Ana', pin: '0000' });
    const failed = await reader.find(({ data }) => data['type'] === 'pin-failed');
    expect(failed.data).toMatchObject({ chargeId: null, charge: null });
    reader.close();
  });

  it('goes on after Last-Event-ID, once for each event', async () => {
    const reader = await read('0');
    await reader.find(({ id }) => Number(id) === head());
    expect(reader.events.map(({ id }) => Number(id))).toEqual(
      Array.from({ length: head() }, (_, at) => at + 1),
    );
    reader.close();
    const cut = head();
    const id = await till.charge(900);
    await till.cancel(id);
    const again = await read(String(cut));
    await again.find(({ id: seq }) => Number(seq) === head());
    expect(again.events[0]).toMatchObject({ id: String(cut + 1), data: { chargeId: id, type: 'created' } });
    expect(again.events).toHaveLength(head() - cut);
    again.close();
  });

  it('begins with what is new when no Last-Event-ID is given', async () => {
    const before = head();
    const reader = await read();
    const id = await till.charge(100);
    await reader.find(about(id, 'opened'));
    expect(Number(reader.events[0]?.id)).toBe(before + 1);
    reader.close();
    await till.cancel(id);
  });

  it('says so when the number is of another ledger', async () => {
    const reader = await read('999999');
    const reset = await reader.find(({ event }) => event === 'reset');
    expect(reset).toMatchObject({ id: String(head()), data: { seq: head() } });
    reader.close();
  });

  it('refuses a Last-Event-ID that is no number', async () => {
    const authorization = `Bearer ${till.token()}`;
    const answer = await httpCall('GET', `${till.api.url}/v1/events`, {
      authorization,
      'last-event-id': 'x',
    });
    expect([answer.status, answer.json['code']]).toEqual([400, 'invalid_request']);
  });

  it('has room for 32 readers', async () => {
    const readers = await Promise.all(Array.from({ length: 32 }, () => read()));
    await expect(read()).rejects.toThrow('503');
    readers[0]?.close();
    const id = await till.charge(100);
    await Promise.all(readers.slice(1).map((reader) => reader.find(about(id, 'opened'))));
    for (const reader of readers) reader.close();
    await till.cancel(id);
  });

  it('lets everybody go when a token is revoked', async () => {
    const reader = await read();
    till.app.core.programs.revoke(null);
    await expect(reader.ended).resolves.toBeUndefined();
  });
});
