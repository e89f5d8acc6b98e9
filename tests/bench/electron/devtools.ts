import { setTimeout as pause } from 'node:timers/promises';
import { HAND_MS } from '../../support/journey/scanner.ts';

/** A page of a running app, reached through Chromium's DevTools protocol: no test runner in the way of what is measured. */
export interface DevtoolsPage {
  /** The value of an expression in the page; a promise is waited for. */
  evaluate<T>(expression: string): Promise<T>;
  /** A key goes down and, as long after it as from a hand, up. Faster keys are a barcode scanner's. */
  press(key: Key): Promise<void>;
}

export type Key = 'Enter' | 'Escape' | `${number}`;

export interface Devtools {
  /** The page whose address holds `part`, as soon as there is one. */
  page(part: string): Promise<DevtoolsPage>;
  close(): void;
}

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly targetInfo?: Target };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

const CODES: Readonly<Record<string, number>> = { Enter: 13, Escape: 27 };

export async function connectDevtools(address: string): Promise<Devtools> {
  const socket = new WebSocket(address);
  const answers = new Map<number, PromiseWithResolvers<unknown>>();
  const targets = new Map<string, Target>();
  const watchers = new Set<() => void>();
  let last = 0;

  socket.addEventListener('message', ({ data }) => {
    const { id, params, result, error } = JSON.parse(String(data)) as Message;
    if (id !== undefined) {
      if (error === undefined) answers.get(id)?.resolve(result);
      else answers.get(id)?.reject(new Error(error.message));
      answers.delete(id);
    } else if (params?.targetInfo !== undefined) {
      targets.set(params.targetInfo.targetId, params.targetInfo);
      for (const look of watchers) look();
    }
  });
  socket.addEventListener('close', () => {
    for (const { reject } of answers.values()) reject(new Error('the app is gone'));
  });

  const send = <T>(method: string, params: object, sessionId?: string): Promise<T> => {
    const answer = Promise.withResolvers<unknown>();
    last += 1;
    answers.set(last, answer);
    socket.send(
      JSON.stringify({ id: last, method, params, ...(sessionId === undefined ? {} : { sessionId }) }),
    );
    return answer.promise as Promise<T>;
  };

  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`no DevTools at ${address}`)));
  });
  await send('Target.setDiscoverTargets', { discover: true });

  const evaluate = async <T>(sessionId: string, expression: string): Promise<T> => {
    const { result, exceptionDetails } = await send<{ result: { value: T }; exceptionDetails?: object }>(
      'Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true },
      sessionId,
    );
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return result.value;
  };

  const find = (part: string): Promise<Target> =>
    new Promise((resolve) => {
      const look = (): void => {
        const target = [...targets.values()].find(({ type, url }) => type === 'page' && url.includes(part));
        if (target === undefined) return;
        watchers.delete(look);
        resolve(target);
      };
      watchers.add(look);
      look();
    });

  return {
    async page(part) {
      const { targetId } = await find(part);
      const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', {
        targetId,
        flatten: true,
      });
      return {
        evaluate: (expression) => patiently(() => evaluate(sessionId, expression)),
        async press(key) {
          const windowsVirtualKeyCode = CODES[key] ?? key.charCodeAt(0);
          const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined;
          const code = key.length === 1 ? `Digit${key}` : key;
          const common = { key, code, windowsVirtualKeyCode };
          await send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...common }, sessionId);
          await pause(HAND_MS);
          await send('Input.dispatchKeyEvent', { type: 'keyUp', ...common }, sessionId);
        },
      };
    },
    close: () => socket.close(),
  };
}

/** A page that is being loaded has no context for a moment, or loses the one it had: then it is asked again. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      const isLoading =
        error instanceof Error && /execution context|context was destroyed/i.test(error.message);
      if (!isLoading || tries === 1_000) throw error;
      await pause(5);
    }
  }
}
