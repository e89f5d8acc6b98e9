import type { Logger } from '../../shared/kernel/logger.ts';
import type { Clock } from '../../shared/kernel/time.ts';

/** What holds quitting, as the core reports it. */
export interface QuitCheck {
  readonly waitsForOperator: boolean;
  readonly cancelling: number;
  readonly openShift: OpenShift | null;
}

/** The shift that would go on without its screens, and the name of the person who opened it. */
interface OpenShift {
  readonly operator: string | null;
}

export interface QuitPorts {
  /** Asks the core. Null if it is gone or does not answer. Everything is on disk then. */
  check(): Promise<QuitCheck | null>;
  /** Shows the settle screen. */
  refuse(check: QuitCheck): void;
  /** Asks the person whether to leave an open shift. Returns false if no page can ask. */
  ask(shift: OpenShift): boolean;
  /** Shows that quitting waits for the proof of cancels. With `leftMs` 0 it waits no more. */
  waiting(state: { cancelling: number; leftMs: number }): void;
  /** Ends the core and the app. */
  leave(): Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** `refused`: a charge waits for its operator. `asked`: the person must say that the open shift is left. */
type QuitOutcome = 'quitting' | 'refused' | 'asked';

export interface QuitFlow {
  /** Handles the request of a person to quit. `confirmed`: the person has been asked about the open shift. */
  request(confirmed?: boolean): Promise<QuitOutcome>;
  /** The system ends the app. Leaves at once, whatever is open: everything is on disk, and the next start continues it. */
  end(): void;
}

/** How long quitting waits for the gateway to confirm cancels, ms. The next start continues the rest. */
const PATIENCE_MS = 10_000;
const ASK_AGAIN_MS = 500;
/** How long the screen shows what remains before the windows close, ms. */
const LAST_WORD_MS = 1_500;

/**
 * Creates the flow of quitting (rule 1). It refuses while a charge waits for its operator, and asks before it leaves an open
 * shift. It waits for a while for the machine's own work.
 */
export function createQuitFlow(ports: QuitPorts): QuitFlow {
  const { clock, logger } = ports;
  let running: Promise<QuitOutcome> | null = null;
  let isLeaving = false;

  const pause = (ms: number): Promise<void> => new Promise((resolve) => clock.after(ms, resolve));

  const leave = (): void => {
    if (isLeaving) return;
    isLeaving = true;
    void ports.leave();
  };

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

  const run = async (confirmed: boolean): Promise<QuitOutcome> => {
    const check = await ports.check();
    if (check === null) logger.warn('quit-without-core');
    if (check?.waitsForOperator === true) return refuse(check);
    const shift = check?.openShift ?? null;
    if (shift !== null && !confirmed && ports.ask(shift)) {
      logger.info('quit-asked', {});
      running = null;
      return 'asked';
    }
    if (check !== null && check.cancelling > 0) void waitForCancels(check);
    else leave();
    return 'quitting';
  };

  return {
    request(confirmed = false) {
      running ??= run(confirmed);
      return running;
    },
    end() {
      if (!isLeaving) logger.info('ended-by-system', {});
      leave();
    },
  };
}
