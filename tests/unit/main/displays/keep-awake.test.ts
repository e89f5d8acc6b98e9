import { expect, test, vi } from 'vitest';
import { createKeepAwake } from '../../../../main/displays/keep-awake.ts';
import { watchShift } from '../../../../main/ipc/watch-shift.ts';

function fakeBlocker() {
  const running = new Set<number>();
  let next = 0;
  return {
    running,
    start: vi.fn<(type: 'prevent-app-suspension' | 'prevent-display-sleep') => number>(() => {
      running.add(next);
      return next++;
    }),
    stop: vi.fn((id: number) => running.delete(id)),
  };
}

test('the monitors are kept awake once, however often it is said, and let go once', () => {
  const blocker = fakeBlocker();
  const awake = createKeepAwake(blocker);
  awake.set(false);
  awake.set(true);
  awake.set(true);
  expect(blocker.start.mock.calls).toEqual([['prevent-display-sleep']]);
  awake.set(false);
  awake.set(false);
  expect(blocker.running.size).toBe(0);
  expect(blocker.stop).toHaveBeenCalledTimes(1);
  awake.set(true);
  expect(blocker.running.size).toBe(1);
});

test('the shift decides; a core that ends changes nothing, and the next core is heard', () => {
  const blocker = fakeBlocker();
  const starts: (() => void)[] = [];
  let tell: ((view: { shiftOpen: boolean }) => void) | null = null;
  const client = {
    subscribe(view: string, listener: typeof tell) {
      expect(view).toBe('till/at-work');
      tell = listener;
    },
  };
  let core: typeof client | null = client;
  watchShift(
    { onStarted: (listener) => (starts.push(listener), () => undefined) },
    () => core as never,
    createKeepAwake(blocker),
  );
  const start = (): void => {
    tell = null;
    for (const listener of starts) listener();
  };
  const say = (shiftOpen: boolean): void =>
    (tell as unknown as (view: { shiftOpen: boolean }) => void)({ shiftOpen });
  start();
  say(true);
  expect(blocker.running.size).toBe(1);
  core = null;
  start();
  expect(tell).toBeNull();
  expect(blocker.running.size).toBe(1);
  core = client;
  start();
  say(false);
  expect(blocker.running.size).toBe(0);
});
