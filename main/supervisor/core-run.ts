import type { FatalCode } from '../../shared/contract/core-trouble.ts';
import type { Logger, LogRecord } from '../../shared/kernel/logger.ts';
import type { Cancel, Clock } from '../../shared/kernel/time.ts';
import { FromCore, type StartOrder } from '../../shared/rpc/core-process.ts';
import type { CoreProcess, ProcessEnd, StartProcess } from './core-process.ts';

/** A core that said it cannot work has this long to leave by itself. */
const FATAL_GRACE_MS = 2_000;
/** What a crashing process says outside the log is kept up to here. */
const LAST_WORDS = 2_000;

export interface RunOptions {
  readonly startProcess: StartProcess;
  readonly startOrder: () => Omit<StartOrder, 't'>;
  readonly writeLog: (record: LogRecord) => void;
  readonly logger: Logger;
  readonly clock: Clock;
}

export interface RunEvents {
  ready(): void;
  trainingPhone(url: string | null): void;
  /** `fatal` is what the core said before it left, if it said anything. */
  ended(end: ProcessEnd, fatal: FatalCode | null): void;
}

/** One life of the core, from its start order to its end: what it says is checked here, and only here. */
export function runCore(options: RunOptions, events: RunEvents): CoreProcess {
  const { logger, clock } = options;
  let fatal: FatalCode | null = null;
  let cancelKill: Cancel = () => undefined;

  const receive = (raw: unknown): void => {
    const parsed = FromCore.safeParse(raw);
    if (!parsed.success) {
      logger.error('core-message-refused');
      return;
    }
    const message = parsed.data;
    switch (message.t) {
      case 'ready':
        events.ready();
        break;
      case 'log':
        options.writeLog(message.record);
        break;
      case 'training-phone':
        events.trainingPhone(message.url);
        break;
      case 'fatal':
        fatal = message.code;
        logger.error('core-cannot-work', { code: message.code, detail: message.detail });
        cancelKill = clock.after(FATAL_GRACE_MS, () => core.kill());
        break;
      case 'relay':
        // Only the child way relays, and there the frame never comes this far.
        logger.error('relay-outside-its-way');
        break;
    }
  };

  const core = options.startProcess({
    message: receive,
    ended(end) {
      cancelKill();
      events.ended(end, fatal);
    },
    wrote: (text) => logger.warn('core-wrote', { text: text.slice(-LAST_WORDS) }),
  });
  core.send({ t: 'start', ...options.startOrder() });
  return core;
}
