import type { MessagePortMain } from 'electron';
import type { CoreTrouble, FatalCode } from '../../shared/contract/core-trouble.ts';
import type { PortRole } from '../../shared/contract/define.ts';
import type { Cancel } from '../../shared/kernel/time.ts';
import { createSignal } from '../events/signal.ts';
import type { CoreProcess, ProcessEnd } from './core-process.ts';
import { runCore, type RunOptions } from './core-run.ts';
import { createRestartPolicy, type RestartDecision } from './restart-policy.ts';

/** `up`: it serves. `down`: it is starting, or will be started again. */
export type CoreState =
  | { readonly state: 'up' | 'down'; readonly trouble: null }
  | { readonly state: 'gave-up'; readonly trouble: CoreTrouble };

export interface CorePort {
  /** The end for a window, or for main. */
  readonly end: MessagePortMain;
  close(): void;
}

/** Starts the core, watches it, and starts it again. */
export interface Supervisor {
  start(): void;
  /** Asks the core to end, waits, and kills it. It is not started again. */
  stop(waitMs: number): Promise<'stopped' | 'killed'>;
  state(): CoreState;
  /** Returns the address of the training phone that the core reported, or null. */
  trainingPhone(): string | null;
  /** Opens a port. Null while there is no process for the other end. */
  openPort(role: PortRole): CorePort | null;
  pid(): number | undefined;
  /** Calls `listener` when a process runs and takes ports. */
  onStarted(listener: () => void): Cancel;
  /** Calls `listener` when the process and its ports are gone. */
  onEnded(listener: () => void): Cancel;
  onState(listener: (state: CoreState) => void): Cancel;
  /** Calls `listener` when a program of the shop asks the app to end. */
  onStopAsked(listener: () => void): Cancel;
  /** Tells the core that the machine has slept. */
  resumed(): void;
}

export interface SupervisorOptions extends RunOptions {
  readonly createChannel: () => { readonly port1: MessagePortMain; readonly port2: MessagePortMain };
}

/** Creates a supervisor. Nothing runs before `start`. */
export function createSupervisor(options: SupervisorOptions): Supervisor {
  const { createChannel, logger, clock } = options;
  const policy = createRestartPolicy();
  const started = createSignal<void>();
  const ended = createSignal<void>();
  const changed = createSignal<CoreState>();
  const stopAsked = createSignal<void>();

  let core: CoreProcess | null = null;
  let state: CoreState = { state: 'down', trouble: null };
  let phone: string | null = null;
  let nextPortId = 1;
  let isStopping = false;
  let cancelRestart: Cancel = () => undefined;

  const setState = (next: CoreState): void => {
    if (next.state === state.state && next.trouble === state.trouble) return;
    state = next;
    changed.emit(next);
  };

  const start = (): void => {
    core = runCore(options, {
      ready() {
        policy.isUp();
        logger.info('core-up', { pid: core?.pid });
        setState({ state: 'up', trouble: null });
      },
      trainingPhone: (url) => (phone = url),
      stopAsked: stopAsked.emit,
      ended: finished,
    });
    started.emit();
  };

  const finished = (end: ProcessEnd, fatal: FatalCode | null): void => {
    core = null;
    phone = null;
    const event = isStopping ? 'core-stopped' : isCleanExit(end) ? 'core-left' : 'core-crashed';
    logger[isStopping ? 'info' : 'error'](event, { code: end.code, reason: end.reason, fatal });
    ended.emit();
    if (isStopping) return;
    const decision = judge(fatal);
    if (decision.kind === 'stay-down') {
      const trouble = fatal ?? 'keeps-crashing';
      logger.error('core-given-up', { trouble });
      setState({ state: 'gave-up', trouble });
      return;
    }
    setState({ state: 'down', trouble: null });
    cancelRestart = clock.after(decision.delayMs, start);
  };

  const judge = (fatal: FatalCode | null): RestartDecision => {
    if (fatal === null) return policy.crashed(clock.monotonic());
    return isPassing(fatal) ? policy.foundLocked(clock.monotonic()) : { kind: 'stay-down' };
  };

  return {
    start,
    state: () => state,
    trainingPhone: () => phone,
    pid: () => core?.pid,
    onStarted: started.on,
    onEnded: ended.on,
    onState: changed.on,
    onStopAsked: stopAsked.on,
    resumed: () => core?.send({ t: 'resumed' }),
    openPort(role) {
      const process = core;
      if (process === null) return null;
      const portId = nextPortId++;
      const { port1, port2 } = createChannel();
      process.openPort(portId, role, port1);
      const isSame = (): boolean => core === process;
      return {
        end: port2,
        close: () => {
          if (isSame()) process.closePort(portId);
        },
      };
    },
    stop(waitMs) {
      isStopping = true;
      cancelRestart();
      const process = core;
      if (process === null) return Promise.resolve('stopped');
      return new Promise((resolve) => {
        let outcome: 'stopped' | 'killed' = 'stopped';
        const cancelKill = clock.after(waitMs, () => {
          outcome = 'killed';
          logger.error('core-killed', { waitedMs: waitMs });
          process.kill();
        });
        const off = ended.on(() => {
          off();
          cancelKill();
          resolve(outcome);
        });
        process.send({ t: 'shutdown' });
      });
    },
  };
}

/** True for a regular exit that was not requested. The log has another event for it than for a crash. */
function isCleanExit(end: ProcessEnd): boolean {
  return end.code === 0 && (end.reason === null || end.reason === 'clean-exit');
}

/** True for a trouble that often ends within seconds: the core before this one, or another program, lets the files go. */
function isPassing(fatal: FatalCode): boolean {
  return fatal === 'data-folder-locked' || fatal === 'held-by-another-program';
}
