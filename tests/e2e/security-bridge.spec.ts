import { openDesk } from '../support/journey/open-desk.ts';
import { startTraining } from '../support/journey/sell.ts';
import { expect, test } from './fixtures.ts';

test('the customer’s window reads one view and can call nothing', async ({ launchApp }) => {
  const till = await launchApp();
  const desk = await openDesk(till);
  await startTraining(desk);

  const keys = await desk.customer.evaluate(() =>
    Object.keys((globalThis as unknown as { balcao: object }).balcao).toSorted(),
  );
  expect(keys).toEqual(['ack', 'subscribe']);

  const heard = await desk.customer.evaluate(async () => {
    type Bridge = { subscribe(topic: string, listener: (view: unknown) => void): () => void };
    const { balcao } = globalThis as unknown as { balcao: Bridge };
    const topics = ['till/view', 'core/state', 'app/quitting', '__proto__', 'session/sign-in'];
    const got: string[] = [];
    for (const topic of topics) balcao.subscribe(topic, () => got.push(topic));
    // A port that a page opens by itself leads nowhere.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => got.push('port'));
    port1.start();
    const heardToo = new Promise((done) =>
      globalThis.addEventListener('message', ({ data }) => data === 'after the port' && done(null)),
    );
    globalThis.postMessage({ kind: 'call', id: 1, method: 'charge/create', input: {} }, '*', [port2]);
    globalThis.postMessage('after the port', '*');
    await heardToo;
    // The core answers in turn: with the one view, whatever was asked for before it would have come.
    await new Promise((done) => balcao.subscribe('customer/view', done));
    return got;
  });
  expect(heard).toEqual([]);
  await desk.customerSees('idle');
});

test('the cashier’s bridge takes only what the table of calls knows', async ({ launchApp }) => {
  const till = await launchApp();
  const desk = await openDesk(till);
  await startTraining(desk);
  const codes = await desk.cashier.evaluate(async () => {
    type Reply = { ok: boolean; error?: { code: string } };
    type Bridge = { invoke(method: string, input: unknown): Promise<Reply> };
    const { balcao } = globalThis as unknown as { balcao: Bridge };
    const call = async (method: string, input: unknown) => {
      const reply = await balcao.invoke(method, input);
      return reply.ok ? 'ok' : (reply.error?.code ?? '');
    };
    return {
      unknown: await call('charge/steal', {}),
      proto: await call('__proto__', {}),
      mains: await call('gateway/use', { credentials: null }),
      extra: await call('charge/create', { requestId: 'abcdefgh', amount: 100, status: 'approved' }),
      negative: await call('charge/create', { requestId: 'abcdefgh', amount: -5 }),
      fraction: await call('charge/create', { requestId: 'abcdefgh', amount: 1.5 }),
      text: await call('charge/create', { requestId: 'abcdefgh', amount: '100' }),
      vault: await call('vault/test', {
        baseUrl: 'https://example.com',
        accessKey: '',
        secretKey: '',
        clientId: '',
      }),
    };
  });
  expect(codes).toEqual({
    unknown: 'unknown-method',
    proto: 'unknown-method',
    mains: 'wrong-role',
    extra: 'bad-input',
    negative: 'bad-input',
    fraction: 'bad-input',
    text: 'bad-input',
    vault: 'bad-input',
  });
});
