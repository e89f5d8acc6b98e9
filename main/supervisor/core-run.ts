import type { FatalCode } from '../../shared/contract/core-trouble.ts';
import type { Logger, LogRecord } from '../../shared/kernel/logger.ts';
import type { Cancel, Clock } from '../../shared/kernel/time.ts';
import { FromCore, type StartOrder } from '../../shared/rpc/core-process.ts';
import type { CoreProcess, ProcessEnd, StartProcess } from './core-process.ts';

/** The time in which a core that reported a fatal error must end, ms. */
const FATAL_GRACE_MS = 2_000;
/** The most characters of a crash's output that are kept. */
const LAST_WORDS = 2_000;

export interface RunOptions {
  readonly startProcess: StartProcess;
  readonly startOrder: () => Omit<StartOrder, 't'>;
  /** Takes the id of production's ledger. */
  readonly knowLedger: (id: string) => void;
  readonly writeLog: (record: LogRecord) => void;
  readonly logger: Logger;
  readonly clock: Clock;
}

export interface RunEvents {
  ready(): void;
  trainingPhone(url: string | null): void;
  /** Called when a program of the shop asks the app to end. */
  stopAsked(): void;
  /** Called at the end. `fatal` is the error that the core reported before, or null. */
  ended(end: ProcessEnd, fatal: FatalCode | null): void;
}

/** Runs the core once, from its start order to its end. All its messages are checked here. */
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
      case 'ledger':
        options.knowLedger(message.id);
        break;
      case 'stop-asked':
        events.stopAsked();
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
        // `child-core.ts` handles the frames of ports before this.
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
