import { expect, it } from 'vitest';
import { charges } from '../../../../shared/contract/charges.ts';

it('words of a page that hold half a sign are whole before anybody writes them down', () => {
  const id = '01KJQ8P0000000000000000000';
  const requestId = 'request-1';
  const halved = 'a\ud800b and more';
  const whole = 'a\ufffdb and more';
  const order = { requestId, amount: 1, wallet: halved, pixDictKey: halved, reference: halved };
  expect(charges['charge/create'].input.parse(order)).toMatchObject({
    wallet: whole,
    pixDictKey: whole,
    reference: whole,
  });
  const pin = '1234';
  const given = [
    charges['charge/cancel'].input.parse({ id, reason: halved }),
    charges['charge/refund'].input.parse({ id, requestId, amount: 1, pin, reason: halved }),
    charges['charge/force'].input.parse({ id, outcome: 'paid', pin, reason: halved }),
  ];
  expect(given.map(({ reason }) => reason)).toEqual([whole, whole, whole]);
});
