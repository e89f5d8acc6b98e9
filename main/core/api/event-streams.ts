import type { ServerResponse } from 'node:http';
import type { Cancel, Clock } from '../../../shared/kernel/time.ts';
import { SECOND } from '../../../shared/kernel/time.ts';
import type { StoredEvent } from '../ledger/event-log.ts';
import type { Till } from '../till/till.ts';
import { chargeBody } from './charge-body.ts';
import { instant } from './instant.ts';

/** The readers of the ledger's event stream. */
export interface EventStreams {
  /** Follows the ledger of another till. Closes the present readers, which connect again by themselves. */
  follow(till: Till): void;
  /**
   * Sends every event after row `after`, then each new one, until the reader disconnects. With null, sends only new events.
   * Adds `headers` to those of the stream.
   * Returns false if there are too many readers.
   */
  open(response: ServerResponse, after: number | null, headers?: Readonly<Record<string, string>>): boolean;
  /** Closes every reader. */
  drop(): void;
  /** Closes every reader and stops following the ledger. */
  close(): void;
}

interface Reader {
  readonly response: ServerResponse;
  /** The row of the newest event that was written to the socket. */
  sent: number;
  /** True while the socket's buffer is full. Later events are read from the ledger after it drains. */
  full: boolean;
  /** The heartbeats since the buffer became full. */
  missed: number;
}

const MOST_READERS = 32;
/** Events read at a time, so that a long history neither fills the memory nor delays a charge. */
const PAGE = 100;
/** The time between two empty comment lines, ms. They let both ends notice a dead connection. */
const HEARTBEAT = 15 * SECOND;
/** A reader that has read nothing for this many heartbeats is dropped. Its place is for a reader that reads. */
const MOST_MISSED = 2;

/** Creates the streams without a reader. They follow no ledger before `follow`. */
export function createEventStreams(clock: Clock): EventStreams {
  const readers = new Set<Reader>();
  let till: Till | null = null;
  let unfollow: Cancel = () => undefined;
  let due = false;
  let beat: Cancel | null = null;

  const soon = (): void => {
    if (due || readers.size === 0) return;
    due = true;
    const send = (): void => {
      due = false;
      for (const reader of readers) advance(reader);
    };
    // Runs after the other work of this turn, so that a request to the gateway does not wait for a reader.
    setImmediate(() => setImmediate(send));
  };

  const advance = (reader: Reader): void => {
    if (till === null || !till.ledger.db.open || reader.full || reader.response.writableEnded) return;
    const page = till.ledger.log.since(reader.sent, PAGE);
    const last = page.at(-1);
    if (last === undefined) return;
    const followed = till;
    reader.sent = last.seq;
    reader.full = !reader.response.write(page.map((event) => message(event, followed)).join(''));
    if (page.length === PAGE) soon();
  };

  const heartbeat = (): void => {
    for (const reader of readers) {
      if (!reader.full) reader.full = !reader.response.write(':\n\n');
      else if ((reader.missed += 1) >= MOST_MISSED) reader.response.destroy();
    }
    beat = readers.size === 0 ? null : clock.after(HEARTBEAT, heartbeat);
  };

  const drop = (): void => {
    for (const { response } of readers) response.end();
    readers.clear();
  };

  return {
    follow(next) {
      unfollow();
      drop();
      till = next;
      unfollow = next.ledger.onAppend(soon);
    },
    open(response, after, headers = {}) {
      if (till === null || readers.size >= MOST_READERS) return false;
      const { seq } = till.ledger.log.head();
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        ...headers,
      });
      response.write('retry: 1000\n\n');
      // A number beyond the head belongs to another ledger. `reset` tells the reader to read the charges again.
      const lost = after !== null && after > seq;
      if (lost) response.write(`id: ${seq}\nevent: reset\ndata: {"seq":${seq}}\n\n`);
      const sent = after === null || lost ? seq : after;
      const reader: Reader = { response, sent, full: false, missed: 0 };
      readers.add(reader);
      response.on('drain', () => {
        reader.full = false;
        reader.missed = 0;
        soon();
      });
      response.on('close', () => readers.delete(reader));
      beat ??= clock.after(HEARTBEAT, heartbeat);
      soon();
      return true;
    },
    drop,
    close() {
      unfollow();
      beat?.();
      drop();
    },
  };
}

/** Returns one event of the ledger as a server-sent event, with the present state of its charge. */
function message(event: StoredEvent, till: Pick<Till, 'ledger' | 'identity'>): string {
  const { seq, at, businessDay, actor, via, type, subject, body } = event;
  const charge = subject === null ? null : till.ledger.charges.byId(subject);
  const data = {
    seq,
    at: instant(at),
    businessDay,
    actor,
    via,
    type,
    chargeId: subject,
    body,
    charge: charge === null ? null : chargeBody(charge, till),
  };
  return `id: ${seq}\ndata: ${JSON.stringify(data)}\n\n`;
}
