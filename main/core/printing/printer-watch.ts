import type { PrinterTarget } from '../../../shared/domain/printer/target.ts';
import { SECOND, type Cancel, type Clock } from '../../../shared/kernel/time.ts';
import type { PrinterStatus, Printers, Reason, StatusDialect } from './transport-port.ts';

/** How often a printer that rests is asked how it is, ms: paper is missed before it is needed. */
const AT_REST = 30 * SECOND;
/** How often one is asked that said of itself that it cannot print, ms. */
const IN_TROUBLE = 5 * SECOND;

/** How long one that is printing is left alone, ms. */
const WHILE_BUSY = SECOND;

/** What is known of the printer: what it said of itself last, or why it could not be asked. Both null: nothing yet. */
export interface PrinterHealth {
  readonly status: PrinterStatus | null;
  readonly unreachable: Reason | null;
}

export interface PrinterWatch {
  health(): PrinterHealth;
  /** What a printer said while it printed. */
  noteStatus(status: PrinterStatus): void;
  /** Another printer was set up, or the watch begins: it is asked at once. */
  restart(): void;
  /** Something went wrong: it is asked now and not at its next turn. */
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

/** Asks the printer how it is while it has nothing to do. */
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

/** False when the printer itself, or the way to it, says that nothing would come out. */
export function canPrint({ status, unreachable }: PrinterHealth): boolean {
  if (unreachable !== null) return false;
  return status === null || (status.online !== 'no' && status.paper !== 'out' && status.cover !== 'open');
}

/** How a printer is, in one word. `unknown`: nothing is known against it. */
export type PrinterState =
  'ready' | 'near-end' | 'paper-out' | 'cover-open' | 'offline' | 'unreachable' | 'unknown';

/** The gravest that is known of it. */
export function stateOf({ status, unreachable }: PrinterHealth): PrinterState {
  if (unreachable !== null) return 'unreachable';
  if (status === null) return 'unknown';
  if (status.paper === 'out') return 'paper-out';
  if (status.cover === 'open') return 'cover-open';
  if (status.online === 'no') return 'offline';
  if (status.paper === 'near-end') return 'near-end';
  return status.online === 'yes' ? 'ready' : 'unknown';
}
