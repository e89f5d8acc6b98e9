import { err } from '../../../../shared/kernel/result.ts';
import type { Interruption } from '../../../../shared/domain/training/interruption.ts';
import { SECOND, type Clock } from '../../../../shared/kernel/time.ts';
import type { HttpTransport } from '../transport.ts';

/** How long an interruption lasts, ms. */
export const INTERRUPTION_MS = 30 * SECOND;

/** A way to the training gateway that a trainee can interrupt. */
export interface InterruptibleTransport {
  readonly transport: HttpTransport;
  /** Interrupts for 30 s from now on. Takes the place of an interruption that lasts. */
  interrupt(how: Interruption): void;
}

/** Wraps the way to the training gateway. Without an interruption each request passes. */
export function makeInterruptible(real: HttpTransport, clock: Clock): InterruptibleTransport {
  let lasting: { readonly how: Interruption; readonly until: number } | null = null;
  return {
    interrupt: (how) => void (lasting = { how, until: clock.monotonic() + INTERRUPTION_MS }),
    async transport(request) {
      if (lasting === null || clock.monotonic() >= lasting.until) return real(request);
      if (lasting.how === 'no-connection') return err({ kind: 'unreachable', detail: 'training' });
      await new Promise<void>((resolve) => clock.after(request.answerTimeoutMs, resolve));
      return err({ kind: 'no-answer', detail: 'training' });
    },
  };
}
