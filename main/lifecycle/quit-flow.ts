import type { Logger } from '../../shared/kernel/logger.ts';
import type { Clock } from '../../shared/kernel/time.ts';

/** What stands in the way of quitting, as the core says. */
export interface QuitCheck {
  readonly waitsForOperator: boolean;
  readonly cancelling: number;
}

export interface QuitPorts {
  /** Null when the core is gone or does not answer: it cannot be asked, and everything is on disk. */
  check(): Promise<QuitCheck | null>;
  /** Shows the settle screen. */
  refuse(check: QuitCheck): void;
  /** Says that quitting waits for cancels to be certain; with `leftMs` 0, that it waits no longer. */
  waiting(state: { cancelling: number; leftMs: number }): void;
  /** Ends the core and the app. */
  leave(): Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface QuitFlow {
  /** Somebody wants to quit. `refused`: a charge waits for its operator. */
  request(): Promise<'quitting' | 'refused'>;
}

/** How long quitting waits for the gateway to confirm cancels. The rest is resumed at the next start. */
const PATIENCE_MS = 10_000;
const ASK_AGAIN_MS = 500;
/** What remains is on screen for so long before the windows close. */
const LAST_WORD_MS = 1_500;

/** Quitting as rule 1 has it: never past a charge that waits for its operator, and not rashly past the machine's own. */
export function createQuitFlow(ports: QuitPorts): QuitFlow {
  const { clock, logger } = ports;
  let running: Promise<'quitting' | 'refused'> | null = null;

  const pause = (ms: number): Promise<void> => new Promise((resolve) => clock.after(ms, resolve));

  const leave = (): void => void ports.leave();

  const refuse = (check: QuitCheck): 'refused' => {
    logger.info('quit-refused', { cancelling: check.cancelling });
    ports.refuse(check);
    running = null;
    return 'refused';
  };

  /** Waits in the background: whoever asked has its answer already. */
  const waitForCancels = async (first: QuitCheck): Promise<void> => {
    const deadline = clock.monotonic() + PATIENCE_MS;
    let remaining = first.cancelling;
    while (remaining > 0 && clock.monotonic() < deadline) {
      ports.waiting({ cancelling: remaining, leftMs: deadline - clock.monotonic() });
      await pause(ASK_AGAIN_MS);
      const check = await ports.check();
      if (check?.waitsForOperator === true) return void refuse(check);
      remaining = check?.cancelling ?? 0;
    }
    if (remaining > 0) {
      logger.warn('quit-with-cancels-open', { cancelling: remaining });
      ports.waiting({ cancelling: remaining, leftMs: 0 });
      await pause(LAST_WORD_MS);
    }
    leave();
  };

  const run = async (): Promise<'quitting' | 'refused'> => {
    const check = await ports.check();
    if (check === null) logger.warn('quit-without-core');
    if (check?.waitsForOperator === true) return refuse(check);
    if (check !== null && check.cancelling > 0) void waitForCancels(check);
    else leave();
    return 'quitting';
  };

  return {
    request() {
      running ??= run();
      return running;
    },
  };
}
