import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGatewayClock } from '../../../main/core/gateway/gateway-clock.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const dateOf = (ms: number): string => new Date(ms).toUTCString();

describe("the gateway's clock", () => {
  it('is not known until a Date was heard', () => {
    expect(createGatewayClock(createVirtualClock()).now()).toBeNull();
  });

  it.each([
    null,
    '',
    '1',
    'yesterday',
    '2026-11-23T12:00:00Z',
    '23 Nov 2026 12:00:00 GMT',
    'Mon, 23 Nov 2026 12:00:00',
    'Mon, 23 Nov 2026 12:00:00 +0000',
    'Mon, 99 Nov 2026 99:00:00 GMT',
    'Mon, 23 Nox 2026 12:00:00 GMT',
  ])('hears no Date in %j', (text) => {
    const clock = createGatewayClock(createVirtualClock());
    clock.learn(text);
    expect(clock.now()).toBeNull();
    clock.learn(dateOf(NOON));
    clock.learn(text);
    expect(clock.now()).toBe(NOON);
  });

  it.each([
    ['further ahead than the steady time', MINUTE, 3 * MINUTE, 3 * MINUTE],
    ['years ahead', MINUTE, 9 * 365 * DAY, 9 * 365 * DAY],
    ['as far as the steady time', MINUTE, MINUTE, MINUTE],
    ['a second behind it', MINUTE, 59 * SECOND, MINUTE],
    ['before the Date of then', MINUTE, -HOUR, MINUTE],
    ['a day behind', 0, -DAY, 0],
    ['more than a day behind', 0, -DAY - SECOND, -DAY - SECOND],
    ['years behind', HOUR, -9 * 365 * DAY, -9 * 365 * DAY],
  ])('a Date that is %s', async (_name, passed, later, expected) => {
    const ours = createVirtualClock();
    const clock = createGatewayClock(ours);
    clock.learn(dateOf(NOON));
    await ours.advance(passed);
    clock.learn(dateOf(NOON + later));
    expect(clock.now()).toBe(NOON + expected);
  });

  it('goes on with the steady clock alone, in whole milliseconds', () => {
    let steady = 7_777.25;
    const clock = createGatewayClock({ monotonic: () => steady });
    clock.learn(dateOf(NOON));
    steady += 1_000.5;
    expect(clock.now()).toBe(NOON + 1_000);
  });

  it('is a lower bound, whatever the way of the answers, and as near as the newest of them', async () => {
    const step = fc.record({
      passed: fc.integer({ min: 0, max: HOUR }),
      asleep: fc.integer({ min: 0, max: 3 * DAY }),
      underWay: fc.integer({ min: 0, max: 12 * HOUR }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1 }), async (steps) => {
        let theirs = NOON;
        let steady = 0;
        const clock = createGatewayClock({ monotonic: () => steady });
        for (const { passed, asleep, underWay } of steps) {
          steady += passed;
          theirs += passed + asleep;
          clock.learn(dateOf(theirs - underWay));
          expect(clock.now()).toBeLessThanOrEqual(theirs);
          expect(clock.now()).toBeGreaterThan(theirs - underWay - SECOND);
        }
      }),
    );
  });
});
