import { expect, test } from 'vitest';
import { portNumber } from '../../../shared/kernel/port-number.ts';

test.each([
  ['0', 0],
  ['7373', 7373],
  ['65535', 65_535],
  ['65536', null],
  ['-1', null],
  ['1.5', null],
  ['', null],
  ['api', null],
])('%s is the port %s', (text, port) => {
  expect(portNumber(text)).toBe(port);
});
