import type { Displays } from '../displays/displays.ts';
import type { ControlHandlers } from './gate.ts';

type Names = 'displays/list' | 'displays/identify' | 'displays/choose';

/** Creates the handlers for the monitors. */
export function displaysHandlers(displays: Displays, identify: () => number): Pick<ControlHandlers, Names> {
  return {
    'displays/list': () => ({ ok: true, value: displays.views() }),
    'displays/identify': () => ({ ok: true, value: { shown: identify() } }),
    'displays/choose': ({ identity }) =>
      displays.choose(identity)
        ? { ok: true, value: displays.views() }
        : { ok: false, error: { code: 'not-found', message: 'no such monitor is plugged in' } },
  };
}
