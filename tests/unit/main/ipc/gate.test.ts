import { expect, test } from 'vitest';
import { openGate, type ControlHandlers } from '../../../../main/ipc/gate.ts';
import { createPush } from '../../../../main/ipc/push.ts';
import { createTrustedPages } from '../../../../main/windows/trusted-pages.ts';
import type { Reply } from '../../../../shared/contract/define.ts';
import { fakeContents } from '../fakes/fake-contents.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';

const PAGE = 'app://balcao/cashier/index.html';

function setUp() {
  const pages = createTrustedPages();
  const cashier = fakeContents();
  const customer = fakeContents();
  pages.add(cashier, 'cashier');
  pages.add(customer, 'customer');
  const inputs: unknown[] = [];
  const handlers = {
    'displays/list': () => ({ ok: true, value: [] }),
    'displays/choose': (input: unknown) => {
      inputs.push(input);
      return { ok: false, error: { code: 'not-found', message: '' } };
    },
    'app/quit': () => {
      throw new Error('a bug');
    },
  } as unknown as ControlHandlers;
  let handle: (event: object, name: unknown, input: unknown) => Promise<Reply<unknown>> = () =>
    Promise.reject();
  const log = keptLogger();
  openGate(
    { handle: (_: string, listener: unknown) => (handle = listener as never) },
    pages,
    handlers,
    log.logger,
  );
  const call = (name: unknown, input: unknown = {}, from: object = { sender: cashier }) =>
    handle({ senderFrame: { parent: null, url: PAGE }, ...from }, name, input);
  return { call, pages, cashier, customer, inputs, log };
}

const code = (reply: Reply<unknown>): string => (reply.ok ? 'ok' : reply.error.code);

test('a registered page, from its main frame, on our origin, is answered', async () => {
  const { call } = setUp();
  expect(await call('displays/list')).toEqual({ ok: true, value: [] });
});

test.each([
  ['a page that was never entered', () => ({ sender: fakeContents() })],
  ['a frame inside the page', () => ({ senderFrame: { parent: {}, url: PAGE } })],
  [
    'another origin in the same window',
    () => ({ senderFrame: { parent: null, url: 'https://evil.example/' } }),
  ],
  [
    'an origin that only looks like ours',
    () => ({ senderFrame: { parent: null, url: 'app://balcao.evil/' } }),
  ],
  ['a frame that has gone', () => ({ senderFrame: null })],
])('refused: %s', async (_, from) => {
  const { call, cashier, log } = setUp();
  expect(code(await call('displays/list', {}, { sender: cashier, ...from() }))).toBe('wrong-role');
  expect(log.events()).toEqual(['control-refused']);
});

test('a window that is closed is no longer trusted', async () => {
  const { call, cashier } = setUp();
  cashier.destroyNow();
  expect(code(await call('displays/list'))).toBe('wrong-role');
});

test('the customer’s page calls nothing', async () => {
  const { call, customer } = setUp();
  for (const name of ['displays/list', 'app/quit', 'clipboard/copy', 'vault/describe']) {
    expect(code(await call(name, {}, { sender: customer }))).toBe('wrong-role');
  }
});

test.each([['no/such'], ['constructor'], ['__proto__'], [''], [null], [7], [{ toString: () => 'app/quit' }]])(
  'unknown method: %j',
  async (name) => {
    expect(code(await setUp().call(name))).toBe('unknown-method');
  },
);

test.each([
  [undefined],
  [null],
  ['x'],
  [{}],
  [{ identity: 7 }],
  [{ identity: 'a', more: 1 }],
  [{ identity: 'a'.repeat(201) }],
])('bad input: %j', async (input) => {
  const { call, inputs } = setUp();
  expect(code(await call('displays/choose', input))).toBe('bad-input');
  expect(inputs).toEqual([]);
});

test('a refusal of the handler’s own passes as it is', async () => {
  const { call, inputs } = setUp();
  expect(code(await call('displays/choose', { identity: 'a' }))).toBe('not-found');
  expect(inputs).toEqual([{ identity: 'a' }]);
});

test('a bug becomes a value and a line in the log; its text stays here', async () => {
  const { call, log } = setUp();
  const reply = await call('app/quit');
  expect(reply).toEqual({ ok: false, error: { code: 'internal', message: 'app/quit failed; see the log' } });
  expect(log.records[0]?.fields['detail']).toContain('a bug');
});

test('pushes go to the cashier’s page alone, and to nobody when it is gone', () => {
  const { pages, cashier, customer, log } = setUp();
  const push = createPush(pages, log.logger);
  push('core/state', { state: 'up', trouble: null });
  expect(cashier.sent).toEqual([['balcao:control-event', 'core/state', { state: 'up', trouble: null }]]);
  push('core/state', { state: 'elsewhere', trouble: null } as never);
  expect(log.events(), 'what the contract does not have').toEqual(['event-outside-contract']);
  cashier.destroyNow();
  push('core/state', { state: 'down', trouble: null });
  expect([cashier.sent.length, customer.sent.length]).toEqual([1, 0]);
});
