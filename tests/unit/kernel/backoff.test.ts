import { expect, it } from 'vitest';
import { backoff } from '../../../shared/kernel/backoff.ts';

it.each([
  [1, 3_000],
  [2, 6_000],
  [3, 30_000],
  [50, 30_000],
])('after %i failures is %i ms, a fifth more or less', (failures, step) => {
  const at = (fraction: number): number =>
    backoff(failures, [3_000, 6_000, 30_000], { fraction: () => fraction, bytes: () => new Uint8Array() });
  expect([at(0), at(0.5), at(1)]).toEqual([step * 0.8, step, step * 1.2]);
});
