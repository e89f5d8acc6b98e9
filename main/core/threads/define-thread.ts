import { isMainThread, Worker, workerData, type WorkerOptions } from 'node:worker_threads';

/** The order to a thread: its name and its input. */
interface Order {
  readonly thread: string;
  readonly input: unknown;
}

/** A piece of work that the core does in its own thread. */
export interface Thread<I> {
  /** Starts the thread. `input` is copied. Throws if the system has no more threads. */
  start(input: I, options?: Pick<WorkerOptions, 'resourceLimits'>): Worker;
}

/**
 * Defines a thread. The module that calls this is its own worker: the thread loads `moduleUrl` again (in a built core: the
 * one file of the whole core) and runs `run` while it loads, so the call comes after everything that `run` needs.
 *
 * @param name unique among the threads of the core.
 */
export function defineThread<I>(moduleUrl: string, name: string, run: (input: I) => void): Thread<I> {
  if (order()?.thread === name) run(order()?.input as I);
  return {
    start: (input, options) =>
      new Worker(new URL(moduleUrl), { ...options, workerData: { thread: name, input } satisfies Order }),
  };
}

/** True inside a thread of the core. No other part of the core may begin there. */
export function isThread(): boolean {
  return order() !== null;
}

function order(): Order | null {
  if (isMainThread) return null;
  const given = workerData as Partial<Order> | null;
  return typeof given?.thread === 'string' ? { thread: given.thread, input: given.input } : null;
}
