import { expect, it } from 'vitest';
import {
  INTERRUPTION_MS,
  makeInterruptible,
} from '../../../../main/core/gateway/training/interruptible-transport.ts';
import type { HttpRequest } from '../../../../main/core/gateway/transport.ts';
import { ok } from '../../../../shared/kernel/result.ts';
import { createVirtualClock } from '../../../support/time/virtual-clock.ts';

const REQUEST: HttpRequest = {
  method: 'GET',
  url: 'http://127.0.0.1/v1/wallets',
  headers: {},
  body: null,
  connectTimeoutMs: 3_000,
  answerTimeoutMs: 8_000,
};
const ANSWER = ok({ status: 200, contentType: 'application/json', date: null, text: '[]' });

function setUp() {
  const clock = createVirtualClock();
  let sent = 0;
  const way = makeInterruptible(() => {
    sent += 1;
    return Promise.resolve(ANSWER);
  }, clock);
  return { clock, ...way, sent: () => sent };
}

it('passes each request until it is interrupted, and again after 30 s', async () => {
  const way = setUp();
  expect(await way.transport(REQUEST)).toBe(ANSWER);
  way.interrupt('no-connection');
  expect(await way.transport(REQUEST)).toMatchObject({ error: { kind: 'unreachable' } });
  await way.clock.advance(INTERRUPTION_MS - 1);
  expect(await way.transport(REQUEST)).toMatchObject({ error: { kind: 'unreachable' } });
  expect(way.sent()).toBe(1);
  await way.clock.advance(1);
  expect(await way.transport(REQUEST)).toBe(ANSWER);
});

it('lets a request wait for an answer that does not come', async () => {
  const way = setUp();
  way.interrupt('no-answer');
  let said: unknown = null;
  void way.transport(REQUEST).then((answer) => (said = answer));
  await way.clock.advance(7_999);
  expect(said).toBeNull();
  await way.clock.advance(1);
  expect(said).toMatchObject({ error: { kind: 'no-answer' } });
  expect(way.sent()).toBe(0);
});
