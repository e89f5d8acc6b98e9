import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { setUpTraining } from './setup-training.ts';

/** One request with a Host of our choosing, which fetch does not allow. */
function ask(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      const { body, ...rest } = options;
      const sent = httpRequest(url, rest, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      });
      sent.on('error', reject);
      sent.end(body);
    },
  );
}

const form = (body: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body,
});
const asJson = (body: object) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

async function setupPhone() {
  const till = await setUpTraining();
  const token = new URL(till.gateway.phoneUrl).searchParams.get('token') ?? '';
  const act = (orderId: string, withToken = token): string =>
    `${till.gateway.baseUrl}/training/orders/${orderId}/act?token=${withToken}`;
  return { ...till, act, phoneUrl: till.gateway.phoneUrl };
}

describe('the page', () => {
  it('lists what is open, with a button for each thing a customer may do', async () => {
    const { open, phoneUrl } = await setupPhone();
    expect((await ask(phoneUrl)).text).toContain('Nenhuma cobrança aberta');
    const order = await open();
    const { status, text, headers } = await ask(phoneUrl);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('<html lang="pt-BR">');
    expect(text).toContain('TREINAMENTO');
    expect(text).toContain(`/training/orders/${order.orderId}/act`);
    expect(text).toMatch(/R\$\s12,30/);
    for (const act of ['pay', 'pay-late', 'pay-other-amount', 'pay-twice', 'nothing'])
      expect(text).toContain(`value="${act}"`);
  });

  it('allows no script or style but its own files, no frame and no referrer', async () => {
    const { open, phoneUrl, gateway } = await setupPhone();
    await open();
    const { headers, text } = await ask(phoneUrl);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(text).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|style=|<style/);
    for (const [file, type] of [
      ['phone.js', 'text/javascript'],
      ['phone.css', 'text/css'],
    ]) {
      const asset = await ask(`${gateway.baseUrl}/training/${file}`);
      expect([asset.status, String(asset.headers['content-type'])]).toEqual([
        200,
        expect.stringContaining(type ?? ''),
      ]);
    }
  });

  it('writes what a till sent as text, never as markup', async () => {
    const { open, phoneUrl } = await setupPhone();
    await open({ orderRef: `"><img src=x onerror='alert(1)'>&` });
    const { text } = await ask(phoneUrl);
    expect(text).not.toContain('<img');
    expect(text).toContain('&#60;img');
  });
});

describe('an act', () => {
  it('by a form pays and leads back to the page', async () => {
    const { act, client, open } = await setupPhone();
    const order = await open();
    expect(await ask(act(order.orderId), form('act=pay'))).toMatchObject({
      status: 303,
      headers: { location: expect.stringMatching(/^\/training\/phone\?token=/) as unknown },
    });
    expect(await client.read(order)).toMatchObject({ value: { word: 'approved' } });
  });

  it('by a form takes an amount as people type it', async () => {
    const { act, client, open } = await setupPhone();
    const order = await open();
    await ask(act(order.orderId), form('act=pay-other-amount&amount=1.234%2C56'));
    expect(await client.read(order)).toMatchObject({ value: { paidAmount: 123_456 } });
  });

  it('by JSON tells what became of the order', async () => {
    const { act, client, open } = await setupPhone();
    const order = await open();
    expect((await ask(act(order.orderId), asJson({ act: 'nothing' }))).status).toBe(200);
    const { status, text } = await ask(act(order.orderId), asJson({ act: 'pay-other-amount', amount: 5.5 }));
    expect([status, JSON.parse(text)]).toMatchObject([200, { orderId: order.orderId, status: 'approved' }]);
    expect(await client.read(order)).toMatchObject({ value: { paidAmount: 550 } });
    expect((await ask(act(order.orderId), asJson({ act: 'pay' }))).status).toBe(409);
    expect((await ask(act('nobody'), asJson({ act: 'pay' }))).status).toBe(404);
  });

  it.each([
    { act: 'steal' },
    {},
    { act: 'pay-other-amount', amount: -1 },
    { act: 'pay-other-amount', amount: 'x' },
    { act: 'pay-other-amount', amount: 0 },
  ])('is refused when it is %j', async (body) => {
    const { act, client, open } = await setupPhone();
    const order = await open();
    expect((await ask(act(order.orderId), asJson(body))).status).toBe(400);
    expect(await client.read(order)).toMatchObject({ value: { word: 'pending' } });
  });
});

describe('whoever is not at this machine with the token', () => {
  it.each(['', 'wrong'])('cannot act or look with the token %j', async (token) => {
    const { act, client, gateway, open } = await setupPhone();
    const order = await open();
    expect((await ask(act(order.orderId, token), form('act=pay'))).status).toBe(403);
    expect((await ask(`${gateway.baseUrl}/training/phone?token=${token}`)).status).toBe(403);
    expect((await ask(`${gateway.baseUrl}/training/phone`)).status).toBe(403);
    expect(await client.read(order)).toMatchObject({ value: { word: 'pending' } });
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'localhost.evil.example'])(
    'cannot act under the name %j',
    async (host) => {
      const { act, client, open, phoneUrl } = await setupPhone();
      const order = await open();
      expect((await ask(phoneUrl, { headers: { host } })).status).toBe(403);
      const sent = form('act=pay');
      expect((await ask(act(order.orderId), { ...sent, headers: { ...sent.headers, host } })).status).toBe(
        403,
      );
      expect(await client.read(order)).toMatchObject({ value: { word: 'pending' } });
    },
  );

  it('gets no token from any other answer', async () => {
    const { gateway, phoneUrl } = await setupPhone();
    const token = new URL(phoneUrl).searchParams.get('token') ?? 'none';
    for (const path of ['/', '/training/phone', '/training/phone.js', '/training/phone.css', '/pdvauth']) {
      const { text, headers } = await ask(gateway.baseUrl + path);
      expect(text + JSON.stringify(headers)).not.toContain(token);
    }
  });
});
