import { effectText } from './samples.ts';
import type { Step } from './any-history.ts';

/** The jobs of a charge after a step: those that it set going, less those that it stopped or that have ended with it. */
export function owedAfter(owed: Set<string>, { event, effects }: Step): void {
  switch (event.type) {
    case 'opened':
    case 'refused':
    case 'attempt-lost':
      owed.delete(`create ${event.attempt}`);
      break;
    case 'orphan-found':
    case 'orphan-absent':
      owed.delete(`find-orphan ${event.attempt}`);
      break;
    case 'given-up':
      // The countdown's own job has ended if it was the countdown.
      if (event.cause === 'time-limit') owed.delete('time-limit');
      break;
    default:
      break;
  }
  for (const effect of effects) {
    if (effect.kind === 'time-limit') owed.add('time-limit');
    else if (effect.kind === 'stop') owed.delete(effectText(effect).slice('stop '.length));
    else owed.add(effectText(effect));
  }
}
