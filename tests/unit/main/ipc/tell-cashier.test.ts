import { expect, test } from 'vitest';
import { tellCashier } from '../../../../main/ipc/tell-cashier.ts';
import type { CoreState } from '../../../../main/supervisor/supervisor.ts';

test('names who uses the data folder, if that is the trouble', () => {
  const pushed: unknown[] = [];
  let listener: (state: CoreState) => void = () => undefined;
  tellCashier(
    (_name, payload) => void pushed.push(payload),
    {
      state: () => ({ state: 'down', trouble: null }),
      onState: (told) => {
        listener = told;
        return () => undefined;
      },
    },
    { views: () => [], onChange: () => () => undefined },
    { onAsked: () => () => undefined } as never,
    () => 'maria',
  );
  listener({ state: 'gave-up', trouble: 'keeps-crashing' });
  listener({ state: 'gave-up', trouble: 'data-folder-locked' });
  expect(pushed).toEqual([
    { state: 'gave-up', trouble: 'keeps-crashing' },
    { state: 'gave-up', trouble: 'data-folder-locked', holder: 'maria' },
  ]);
});
