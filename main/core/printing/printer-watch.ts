import type { PrinterTarget } from '../../../shared/domain/printer/target.ts';
import { SECOND, type Cancel, type Clock } from '../../../shared/kernel/time.ts';
import type { PrinterStatus, Printers, Reason, StatusDialect } from './transport-port.ts';

/** How often an idle printer is asked for its status, ms. So missing paper is noticed before it is needed. */
const AT_REST = 30 * SECOND;
/** How often a printer is asked that reported that it cannot print, ms. */
const IN_TROUBLE = 5 * SECOND;

/** The wait before a printer that prints is asked, ms. */
const WHILE_BUSY = SECOND;

/** The last status of the printer, or why it could not be asked. Both are null before the first try. */
export interface PrinterHealth {
  readonly status: PrinterStatus | null;
  readonly unreachable: Reason | null;
}

export interface PrinterWatch {
  health(): PrinterHealth;
  /** Records a status that the printer sent during a job. */
  noteStatus(status: PrinterStatus): void;
  /** Asks at once, because the watch begins or another printer was set up. */
  restart(): void;
  /** Asks now and not at the next turn, after a failure. */
  askNow(): void;
  stop(): void;
}

export interface PrinterWatchPorts {
  readonly printers: Printers;
  readonly clock: Clock;
  readonly watched: () => { readonly target: PrinterTarget; readonly dialect: StatusDialect } | null;
  readonly isBusy: (target: PrinterTarget) => boolean;
  readonly changed: (health: PrinterHealth) => void;
}

const NOTHING: PrinterHealth = { status: null, unreachable: null };

/** Creates the watch, which asks an idle printer for its status. */
export function createPrinterWatch(ports: PrinterWatchPorts): PrinterWatch {
  const { printers, clock, watched } = ports;
  let health = NOTHING;
  let timer: Cancel | null = null;
  let round = 0;

  const learn = (next: PrinterHealth): void => {
    const isNews = JSON.stringify(next) !== JSON.stringify(health);
    health = next;
    if (isNews) ports.changed(health);
  };

  const ask = async (asked: number): Promise<void> => {
    const printer = watched();
    if (printer === null) return;
    const isBusy = ports.isBusy(printer.target);
    if (!isBusy) {
      const { target, dialect } = printer;
      const reply = await printers.status(target, { dialect });
      if (asked !== round) return;
      learn(
        reply.kind === 'asked'
          ? { status: reply.status, unreachable: null }
          : { status: null, unreachable: reply.reason },
      );
    }
    const delayMs = isBusy ? WHILE_BUSY : canPrint(health) ? AT_REST : IN_TROUBLE;
    timer = clock.after(delayMs, () => void ask(asked));
  };

  const stop = (): void => {
    round += 1;
    timer?.();
    timer = null;
  };

  return {
    health: () => health,
    noteStatus: (status) => learn({ status, unreachable: null }),
    restart() {
      stop();
      learn(NOTHING);
      void ask(round);
    },
    askNow() {
      stop();
      void ask(round);
    },
    stop,
  };
}

/** False if the printer reports that it cannot print, or cannot be reached. */
export function canPrint({ status, unreachable }: PrinterHealth): boolean {
  if (unreachable !== null) return false;
  return status === null || (status.online !== 'no' && status.paper !== 'out' && status.cover !== 'open');
}

/** The state of a printer in one word. `unknown`: no problem is known. */
export type PrinterState =
  'ready' | 'near-end' | 'paper-out' | 'cover-open' | 'offline' | 'unreachable' | 'unknown';

/** Returns the most serious state. */
export function stateOf({ status, unreachable }: PrinterHealth): PrinterState {
  if (unreachable !== null) return 'unreachable';
  if (status === null) return 'unknown';
  if (status.paper === 'out') return 'paper-out';
  if (status.cover === 'open') return 'cover-open';
  if (status.online === 'no') return 'offline';
  if (status.paper === 'near-end') return 'near-end';
  return status.online === 'yes' ? 'ready' : 'unknown';
}
