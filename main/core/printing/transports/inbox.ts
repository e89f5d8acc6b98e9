import type { Clock } from '../../../../shared/kernel/time.ts';

/** The answers of a printer that were not read yet. */
export interface Inbox {
  put(bytes: Uint8Array): void;
  /** Returns all bytes, after `waitMs` at most. Empty if no byte came. */
  take(waitMs: number): Promise<Uint8Array>;
  /** Ends the inbox. Waiting calls get the present bytes. */
  end(): void;
}

/** Creates an empty inbox. */
export function createInbox(clock: Clock): Inbox {
  let held: Uint8Array[] = [];
  let ended = false;
  let wake = (): void => undefined;

  const empty = (): Uint8Array => {
    const bytes = Buffer.concat(held);
    held = [];
    return bytes;
  };

  return {
    put(bytes) {
      held.push(bytes);
      wake();
    },
    async take(waitMs) {
      if (held.length === 0 && !ended) {
        await new Promise<void>((resolve) => {
          const cancel = clock.after(waitMs, resolve);
          wake = () => {
            cancel();
            resolve();
          };
        });
      }
      return empty();
    },
    end() {
      ended = true;
      wake();
    },
  };
}
