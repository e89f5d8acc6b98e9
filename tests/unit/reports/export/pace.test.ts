import { expect, it, vi } from 'vitest';
import { besideTill, createHappenings } from '../../../../main/core/reports/export/pace.ts';

it('a report stands still once for each happening that it finds, and not otherwise', () => {
  const sleep = vi.spyOn(Atomics, 'wait').mockReturnValue('timed-out');
  const happenings = createHappenings();
  const pace = besideTill(happenings);
  pace();
  expect(sleep).toHaveBeenCalledTimes(0);
  Atomics.add(happenings, 0, 1);
  Atomics.add(happenings, 0, 1);
  pace();
  pace();
  expect(sleep).toHaveBeenCalledExactlyOnceWith(happenings, 0, 2, 250);
  sleep.mockRestore();
});
