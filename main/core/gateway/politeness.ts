import type { Result } from '../../../shared/kernel/result.ts';
import { backoff } from '../../../shared/kernel/backoff.ts';
import { oneAtATime } from '../../../shared/kernel/one-at-a-time.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import type { GatewayFailure } from './port.ts';

type Call<T> = () => Promise<Result<T, GatewayFailure>>;

/** Runs the calls about one key (an order, the list) one at a time, and keeps a wait between its reads. */
export interface Politeness {
  /** Runs `call` when no other call about `key` is under way. Cancels and refunds have no other wait. */
  exclusively<T>(key: string, call: Call<T>): Promise<Result<T, GatewayFailure>>;
  /**
   * Does the same, but first waits until `floorMs` have passed since the answer to the last read about `key`. Waits longer
   * after failures.
   */
  spaced<T>(key: string, floorMs: number, call: Call<T>): Promise<Result<T, GatewayFailure>>;
}

interface Lane {
  readonly inTurn: ReturnType<typeof oneAtATime>;
  /** The calls under way or waiting. A lane with calls is not forgotten. */
  users: number;
  askedAt: number;
  failures: number;
  gapMs: number;
}

/** The waits after failures in a row: section 10, row 17. */
const STEPS_MS = [3_000, 6_000, 12_000, 30_000] as const;

/** If more lanes than this are remembered, those without calls are forgotten. */
const REMEMBERED = 256;

/**
 * Creates the limits of the calls (sections 8.2 and 10, row 17). A call that comes too early waits and is not refused. A wait
 * begins at the answer, so a slow line does not shorten it.
 */
export function createPoliteness(clock: Clock, random: Random): Politeness {
  const lanes = new Map<string, Lane>();

  const within = async <T>(key: string, visit: (lane: Lane) => Promise<T>): Promise<T> => {
    if (lanes.size > REMEMBERED) forgetIdle(lanes, clock.monotonic());
    const lane = lanes.get(key) ?? {
      inTurn: oneAtATime(),
      users: 0,
      askedAt: -Infinity,
      failures: 0,
      gapMs: 0,
    };
    lanes.set(key, lane);
    lane.users += 1;
    try {
      return await visit(lane);
    } finally {
      lane.users -= 1;
    }
  };

  const ask = async <T>(lane: Lane, call: Call<T>): Promise<Result<T, GatewayFailure>> => {
    const result = await call();
    lane.failures = isTrouble(result) ? lane.failures + 1 : 0;
    lane.gapMs = lane.failures > 0 ? backoff(lane.failures, STEPS_MS, random) : 0;
    lane.askedAt = clock.monotonic();
    return result;
  };

  return {
    exclusively: (key, call) =>
      within(key, (lane) =>
        lane.inTurn(async () => {
          const result = await call();
          if (!isTrouble(result)) lane.failures = 0;
          return result;
        }),
      ),
    spaced: (key, floorMs, call) =>
      within(key, async (lane) => {
        for (;;) {
          await waitForGap(lane, floorMs, clock);
          // Another call may have read while this one waited. The wait then begins again.
          const result = await lane.inTurn(async () =>
            missing(lane, floorMs, clock) > 0 ? null : ask(lane, call),
          );
          if (result) return result;
        }
      }),
  };
}

/**
 * True for a failure after which the waits grow. An unreachable gateway gets no load from our tries, so its waits do not grow.
 */
function isTrouble(result: Result<unknown, GatewayFailure>): boolean {
  return !result.ok && (result.error.kind === 'no-answer' || result.error.kind === 'unusable');
}

function missing(lane: Lane, floorMs: number, clock: Clock): number {
  const gap = lane.failures > 0 ? Math.max(floorMs, lane.gapMs) : floorMs;
  return lane.askedAt + gap - clock.monotonic();
}

/** Waits in steps of `floorMs` at most, because the success of a cancel meanwhile ends a long wait. */
async function waitForGap(lane: Lane, floorMs: number, clock: Clock): Promise<void> {
  for (let left = missing(lane, floorMs, clock); left > 0; left = missing(lane, floorMs, clock)) {
    const step = Math.min(left, Math.max(floorMs, 1_000));
    await new Promise<void>((resolve) => {
      clock.after(step, resolve);
    });
  }
}

function forgetIdle(lanes: Map<string, Lane>, nowMs: number): void {
  for (const [key, lane] of lanes) {
    if (lane.users === 0 && nowMs - lane.askedAt > 120_000) lanes.delete(key);
  }
}
