import type { Clock } from '../../../../shared/kernel/time.ts';

/** Answers of a printer between their coming and their reading. */
export interface Inbox {
  put(bytes: Uint8Array): void;
  /** All that is there, after `waitMs` at most; empty when nothing came. */
  take(waitMs: number): Promise<Uint8Array>;
  /** Nothing more will come: those that wait get what is there. */
  end(): void;
}

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
