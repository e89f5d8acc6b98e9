import { expect, it } from 'vitest';
import { choosePin } from '../../../../shared/domain/people/choose-pin.ts';

it.each(['2580', '13579', '802513', '123456789013'])('an operator can choose %s', (pin) => {
  expect(choosePin('operator', pin)).toEqual({ ok: true, value: pin });
});

it.each(['802513', '774411', '135790'])('a manager can choose %s', (pin) => {
  expect(choosePin('manager', pin)).toEqual({ ok: true, value: pin });
});

it.each([
  ['operator', '258'],
  ['operator', ''],
  ['operator', '1234567890123'],
  ['operator', '25a0'],
  ['manager', '2580'],
  ['manager', '25801'],
] as const)('a PIN of a %s is too short, too long or no number: %s', (role, pin) => {
  expect(choosePin(role, pin)).toEqual({ ok: false, error: 'short-pin' });
});

it.each([
  ['operator', '1111'],
  ['operator', '1234'],
  ['operator', '4321'],
  ['operator', '2525'],
  ['manager', '000000'],
  ['manager', '345678'],
  ['manager', '987654'],
  ['manager', '121212'],
  ['manager', '258258'],
] as const)('a PIN of a %s is easy to guess: %s', (role, pin) => {
  expect(choosePin(role, pin)).toEqual({ ok: false, error: 'weak-pin' });
});
