import type { World } from '../world.ts';

/** What goes wrong in a world, the gravest first: each combination is counted under one of them. */
export const FAULTS = [
  'dying',
  'disk full',
  'no connection',
  'lost or late',
  'unusable for long',
  'unknown words',
  'contrary gateway',
  'printer hangs',
  'stale or twice',
  'slow',
  'none',
] as const;
export type Fault = (typeof FAULTS)[number];

const SLOW = 1_000;

export function faultOf({ writesToCrash, diskFull, weatherNow, gateway: { temper }, printer }: World): Fault {
  const weather = weatherNow();
  if (writesToCrash !== Infinity) return 'dying';
  if (diskFull) return 'disk full';
  if (weather.unreachable > 0.9) return 'no connection';
  const { lostRequest, lostAnswer, errorBefore, garbledAfter, unreachable } = weather;
  if (lostRequest + lostAnswer + errorBefore + garbledAfter + unreachable > 0) return 'lost or late';
  if (temper.spell > 0) return 'unusable for long';
  if (temper.unknownWord > 0) return 'unknown words';
  if (temper.cancelIgnored + temper.refundRefused + temper.refundPending + temper.cancelOfPaidKept > 0)
    return 'contrary gateway';
  if ((printer?.temper.hangs ?? 0) > 0) return 'printer hangs';
  if (weather.staleAnswer + weather.arrivesTwice > 0) return 'stale or twice';
  return weather.slowest > SLOW ? 'slow' : 'none';
}
