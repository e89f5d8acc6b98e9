import type { Logger } from '../../shared/kernel/logger.ts';
import type { Clock } from '../../shared/kernel/time.ts';

/** The charges that hold quitting, as the core reports them. */
export interface QuitCheck {
  readonly waitsForOperator: boolean;
  readonly cancelling: number;
}

export interface QuitPorts {
  /** Asks the core. Null if it is gone or does not answer. Everything is on disk then. */
  check(): Promise<QuitCheck | null>;
  /** Shows the settle screen. */
  refuse(check: QuitCheck): void;
  /** Shows that quitting waits for the proof of cancels. With `leftMs` 0 it waits no more. */
  waiting(state: { cancelling: number; leftMs: number }): void;
  /** Ends the core and the app. */
  leave(): Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface QuitFlow {
  /** Handles the request of a person to quit. `refused`: a charge waits for its operator. */
  request(): Promise<'quitting' | 'refused'>;
}

/** How long quitting waits for the gateway to confirm cancels, ms. The next start continues the rest. */
const PATIENCE_MS = 10_000;
const ASK_AGAIN_MS = 500;
/** How long the screen shows what remains before the windows close, ms. */
const LAST_WORD_MS = 1_500;

/**
 * Creates the flow of quitting (rule 1). It refuses while a charge waits for its operator. It waits for a while for the
 * machine's own work.
 */
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

  /** Waits in the background, after the answer to the request. */
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
