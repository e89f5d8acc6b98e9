import { describe, expect, it } from 'vitest';
import { json, text, type Rule } from './fake-transport.ts';
import { ORDER_ID, aNewOrder, setupClient } from './setup-client.ts';

const HANDLE = { orderId: ORDER_ID, family: 'order' as const };
const answering =
  (reply: ReturnType<Rule>): Rule =>
  (request) =>
    request.url.endsWith('/pdvauth') ? null : reply;

const reading = {
  order_id: ORDER_ID,
  status: 'approved',
  external_id: 'ref',
  total_order: 12.3,
  paid_amount: 12.3,
  wallet_payment_id: 'E1',
};

describe('read', () => {
  it.each([
    ['a fraction of a centavo', 12.345, '12.345'],
    ['a debt', -1, '-1'],
    ['more than there is', 1e30, '1e+30'],
    ['words', 'abc', 'abc'],
    ['a comma', '12,30', '12,30'],
    ['a truth value', true, 'true'],
    ['a list', [12.3], '[12.3]'],
    ['an object', { value: 12.3 }, '{"value":12.3}'],
    ['a long text with control characters', `a\u0000\u202eb${'c'.repeat(99)}`, `a b${'c'.repeat(36)}…`],
  ])('keeps the word beside an amount paid that is %s, and what came', async (_name, came, unread) => {
    const { client } = setupClient([answering(json({ ...reading, paid_amount: came }))]);
    expect(await client.read(HANDLE)).toMatchObject({
      ok: true,
      value: { word: 'approved', total: 1230, paidAmount: null, unreadPaidAmount: unread },
    });
  });

  it.each([
    ['a Pix id', 'E12345678202611211731abcd4f2aXYZ0', 'E12345678202611211731abcd4f2aXYZ0'],
    ['an id of another wallet', 'mp-1234567890', 'mp-1234567890'],
    ['a number', 12_345_678, '12345678'],
    ['4,038 characters', `E1\u0000\u001b[31m${'x'.repeat(4_038)}`, `E1 [31m${'x'.repeat(56)}…`],
    ['control characters alone', '\u0000\n\u200b', null],
    ['an object', { id: 'E1' }, null],
    ['nothing', null, null],
  ])('bounds a payment id that is %s', async (_name, came, endToEndId) => {
    const { client } = setupClient([answering(json({ ...reading, wallet_payment_id: came }))]);
    expect(await client.read(HANDLE)).toMatchObject({ ok: true, value: { word: 'approved', endToEndId } });
  });

  it.each([
    ['approved\u0000', 'approved '],
    ['appro\u200bved', 'appro ved'],
    ['\u202eapproved', ' approved'],
    ['x'.repeat(5_000), `${'x'.repeat(63)}…`],
  ])('takes the word %j for an unknown one, clean and short', async (status, rawWord) => {
    const { client } = setupClient([answering(json({ ...reading, status }))]);
    expect(await client.read(HANDLE)).toMatchObject({ value: { word: 'unknown', rawWord } });
  });

  it('skips a byte order mark', async () => {
    const { client } = setupClient([answering(text(`\uFEFF${JSON.stringify(reading)}`))]);
    expect(await client.read(HANDLE)).toMatchObject({ ok: true, value: { paidAmount: 1230 } });
  });
});

describe('an answer that cannot be used', () => {
  it.each([
    [
      'a page',
      '<html><head><title>502</title></head><body>Bad&nbsp;\n Gateway</body></html>',
      '502 Bad&nbsp; Gateway',
    ],
    ['nothing', '', 'HTTP 502'],
    ['tags alone', '<html></html>', '<html></html>'],
    ['control characters', 'a\u0000\u001b\u202eb', 'a b'],
    ['a token', '{"access_token":"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc', '{"access_token":[secret]'],
    ['an echoed header', 'Authorization: Bearer token-1234567', 'Authorization: [secret] [token]'],
  ])('says what came, short, clean and without secrets: %s', async (_name, body, detail) => {
    const { client } = setupClient([answering(text(body, 502))]);
    const read = await client.read(HANDLE);
    expect(read).toMatchObject({ ok: false, error: { kind: 'unusable', status: 502 } });
    expect(!read.ok && read.error.kind === 'unusable' && read.error.detail).toBe(detail);
  });

  it('keeps of 300 KiB what can be read', async () => {
    const { client } = setupClient([answering(json({ message: `<b>Não</b> ${'x'.repeat(307_200)}` }, 400))]);
    expect(await client.create(aNewOrder())).toMatchObject({ error: { message: `Não ${'x'.repeat(195)}…` } });
  });

  it('to the login is told as one, and the call counts as never sent', async () => {
    const { client } = setupClient([
      (request) => (request.url.endsWith('/pdvauth') ? text('<p>Wall</p>', 503) : null),
    ]);
    const unusable = { status: 503, detail: 'Wall' };
    expect(await client.create(aNewOrder())).toMatchObject({ error: { kind: 'unreachable', unusable } });
  });

  it('asks for no content encoding', async () => {
    const { client, net } = setupClient([answering(json(reading))]);
    await client.read(HANDLE);
    expect(net.requests.map(({ headers }) => headers['accept-encoding'])).toEqual(['identity', 'identity']);
  });
});
