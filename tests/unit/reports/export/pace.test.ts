import { expect, it, vi } from 'vitest';
import { createEventCounter, pauseForCharges } from '../../../../main/core/reports/export/pace.ts';

it('a report pauses once after events of charges, and not otherwise', () => {
  const sleep = vi.spyOn(Atomics, 'wait').mockReturnValue('timed-out');
  const counter = createEventCounter();
  const pace = pauseForCharges(counter);
  pace();
  expect(sleep).toHaveBeenCalledTimes(0);
  Atomics.add(counter, 0, 1);
  Atomics.add(counter, 0, 1);
  pace();
  pace();
  expect(sleep).toHaveBeenCalledExactlyOnceWith(counter, 0, 2, 250);
  sleep.mockRestore();
});
