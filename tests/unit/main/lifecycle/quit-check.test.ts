import { expect, test } from 'vitest';
import { createSignal } from '../../../../main/events/signal.ts';
import { createQuitCheck } from '../../../../main/lifecycle/quit-check.ts';
import type { CoreState } from '../../../../main/supervisor/supervisor.ts';
import type { CoreClient } from '../../../../shared/rpc/client.ts';
import { createVirtualClock } from '../../../support/time/virtual-clock.ts';

const FREE = { waitsForOperator: false, cancelling: 0, openShift: null };
const tick = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

function setUp(first: CoreState['state'], invoke: () => Promise<unknown>) {
  const changed = createSignal<CoreState>();
  const clock = createVirtualClock();
  let state = { state: first, trouble: null } as CoreState;
  const supervisor = { state: () => state, onState: changed.on };
  const client = { invoke } as unknown as CoreClient;
  const become = (next: CoreState['state']): void => {
    state = { state: next, trouble: null } as CoreState;
    changed.emit(state);
  };
  const ask = createQuitCheck(supervisor, () => (state.state === 'up' ? client : null), clock);
  return { ask, become, clock };
}

const answers = (): Promise<unknown> => Promise.resolve({ ok: true, value: FREE });

test('the core that is up answers', async () => {
  expect(await setUp('up', answers).ask()).toEqual(FREE);
});

test('a core that is being restarted is waited for', async () => {
  const { ask, become } = setUp('down', answers);
  const asked = ask();
  await tick();
  become('up');
  expect(await asked).toEqual(FREE);
});

test('but not for ever, and not when it is given up', async () => {
  const slow = setUp('down', answers);
  const asked = slow.ask();
  await slow.clock.advance(5_000);
  expect(await asked).toBeNull();
  const gone = setUp('down', answers);
  const again = gone.ask();
  gone.become('gave-up');
  expect(await again).toBeNull();
  expect(await setUp('gave-up', answers).ask()).toBeNull();
});

test('a core that does not answer within two seconds, or dies over it, counts as gone', async () => {
  const { ask, clock } = setUp('up', () => new Promise(() => undefined));
  const asked = ask();
  await tick();
  await clock.advance(2_000);
  expect(await asked).toBeNull();
  const dead = setUp('up', () =>
    Promise.resolve({ ok: false, error: { code: 'core-restarted', message: '' } }),
  );
  expect(await dead.ask()).toBeNull();
});
