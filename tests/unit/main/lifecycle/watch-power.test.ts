import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { watchPower } from '../../../../main/lifecycle/watch-power.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';

test('the core is told after a sleep, and not before', () => {
  const power = new EventEmitter();
  let told = 0;
  watchPower(power as never, { resumed: () => (told += 1) }, keptLogger().logger);
  power.emit('suspend');
  expect(told).toBe(0);
  power.emit('resume');
  expect(told).toBe(1);
});
