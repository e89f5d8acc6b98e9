import type { Fault, ByteLink } from '../../../main/core/printing/transports/byte-link.ts';
import { createInbox } from '../../../main/core/printing/transports/inbox.ts';
import type { Clock } from '../../../shared/kernel/time.ts';

/** A link with a test at its other end. */
export interface ScriptedLink extends ByteLink {
  /** The written bytes, and how the link ended. */
  readonly written: number[];
  readonly end: () => 'open' | 'closed' | 'aborted';
  /** Sends bytes of the printer without a question. */
  say(...bytes: number[]): void;
}

/** Creates a link. `hear` returns the printer's answer to a write, or its fault. */
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
