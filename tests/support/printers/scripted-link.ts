import type { Fault, ByteLink } from '../../../main/core/printing/transports/byte-link.ts';
import { createInbox } from '../../../main/core/printing/transports/inbox.ts';
import type { Clock } from '../../../shared/kernel/time.ts';

/** A way whose other end is a few lines of a test. */
export interface ScriptedLink extends ByteLink {
  /** All that was written, and what became of the way. */
  readonly written: number[];
  readonly end: () => 'open' | 'closed' | 'aborted';
  /** The printer says something by itself. */
  say(...bytes: number[]): void;
}

/** `hear` gives what the printer answers to a write, or why it fails. */
export function createScriptedLink(
  clock: Clock,
  hear: (bytes: Uint8Array, link: ScriptedLink) => readonly number[] | Fault,
): ScriptedLink {
  const inbox = createInbox(clock);
  let end: 'open' | 'closed' | 'aborted' = 'open';
  const link: ScriptedLink = {
    written: [],
    end: () => end,
    say: (...bytes) => inbox.put(Uint8Array.from(bytes)),
    chunkBytes: 4,
    countsArrivals: true,
    async write(chunk) {
      const answer = hear(chunk, link);
      if ('reason' in answer) return Promise.resolve(answer);
      link.written.push(...chunk);
      if (answer.length > 0) link.say(...answer);
      return Promise.resolve(null);
    },
    read: inbox.take,
    async close() {
      end = 'closed';
      return Promise.resolve(null);
    },
    async abort() {
      end = 'aborted';
      return Promise.resolve();
    },
  };
  return link;
}
