import { createHook } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import Database from 'better-sqlite3';
import type { SeededRandom } from '../../../build/run/seeded-random.ts';

/**
 * The events that end a life. `write`: a statement that writes to the ledger, BEGIN and COMMIT included, before it runs.
 * `request`: a request to the gateway before it is sent, after it is sent, and at its answer. `await`: a new promise.
 */
const KINDS = ['write', 'request', 'await'] as const;

/** The moment of a kill: the n-th event of a kind, counted from the program's start or from its ready line. */
export interface Moment {
  readonly kind: (typeof KINDS)[number];
  readonly count: number;
  readonly since: 'start' | 'ready';
}

/** The highest count of a kind: about as many events as a till has until it is ready, and in the life of a few charges. */
const MOST = {
  start: { write: 40, request: 4, await: 400 },
  ready: { write: 100, request: 40, await: 2500 },
} as const satisfies Record<Moment['since'], Record<Moment['kind'], number>>;

/** Picks the moment of a kill. */
export function pickMoment(random: SeededRandom, since: Moment['since']): Moment {
  const kind = random.pick(KINDS);
  return { kind, count: random.between(1, MOST[since][kind]), since };
}

/** Returns a moment as a line of text. */
export const formatMoment = ({ kind, count, since }: Moment): string => `${since}:${kind}:${count}`;

/** The line of a life that is not killed. */
export const NEVER = 'never';

/** Ends this process with SIGKILL at the moment that the line names. */
export function dieAtMoment(text: string): void {
  if (text === NEVER) return;
  const [since, kind, count] = text.split(':');
  let left = Number(count);
  const happened = (): void => {
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
  const begin = (): void => COUNT[kind as Moment['kind']](happened);
  if (since === 'start') begin();
  else afterReadyLine(begin);
}

const COUNT: Record<Moment['kind'], (happened: () => void) => void> = {
  write(happened) {
    const db = new Database(':memory:');
    const statements = Object.getPrototypeOf(db.prepare('SELECT 1')) as Database.Statement;
    db.close();
    statements.run = new Proxy(statements.run, {
      apply(run, statement, values) {
        happened();
        return Reflect.apply(run, statement, values) as Database.RunResult;
      },
    });
  },
  request(happened) {
    for (const channel of ['undici:request:create', 'undici:client:sendHeaders', 'undici:request:headers'])
      subscribe(channel, happened);
  },
  await(happened) {
    createHook({ init: (_id, type) => void (type === 'PROMISE' && happened()) }).enable();
  },
};

/** Calls `then` when the program has written its ready line, the only one on its standard output. */
function afterReadyLine(then: () => void): void {
  const { write } = process.stdout;
  process.stdout.write = ((...args: Parameters<typeof write>) => {
    then();
    return write.apply(process.stdout, args);
  }) as typeof write;
}
