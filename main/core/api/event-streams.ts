import type { ServerResponse } from 'node:http';
import type { Cancel, Clock } from '../../../shared/kernel/time.ts';
import { SECOND } from '../../../shared/kernel/time.ts';
import type { StoredEvent } from '../ledger/event-log.ts';
import type { Till } from '../till/till.ts';
import { chargeBody } from './charge-body.ts';
import { instant } from './instant.ts';

/** Readers of the ledger as it grows. */
export interface EventStreams {
  /** Follows another till's ledger; those who read the one before are let go, and come back by themselves. */
  follow(till: Till): void;
  /** Sends every event after `after`, then each new one, until the reader goes. False when there are too many readers. */
  open(response: ServerResponse, after: number | null): boolean;
  /** Lets every reader go. */
  drop(): void;
  close(): void;
}

interface Reader {
  readonly response: ServerResponse;
  /** The newest event that was handed to the socket. */
  sent: number;
  /** The socket is full: the rest stays in the ledger until it drains. */
  full: boolean;
}

const MOST_READERS = 32;
/** Events read at a time, so that a long history neither fills the memory nor holds up a charge. */
const PAGE = 100;
/** A line that says nothing, so that both ends notice a dead connection. */
const HEARTBEAT = 15 * SECOND;

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
    // Behind what the same change set going in this turn: an order for the gateway does not wait for a reader.
    setImmediate(() => setImmediate(send));
  };

  const advance = (reader: Reader): void => {
    if (till === null || !till.ledger.db.open || reader.full || reader.response.writableEnded) return;
    const page = till.ledger.log.since(reader.sent, PAGE);
    const last = page.at(-1);
    if (last === undefined) return;
    const { ledger } = till;
    reader.sent = last.seq;
    reader.full = !reader.response.write(page.map((event) => message(event, ledger)).join(''));
    if (page.length === PAGE) soon();
  };

  const heartbeat = (): void => {
    for (const { response } of readers) response.write(':\n\n');
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
    open(response, after) {
      if (till === null || readers.size >= MOST_READERS) return false;
      const { seq } = till.ledger.log.head();
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      response.write('retry: 1000\n\n');
      // Beyond the end: it was numbered by another ledger. The reader has to look at the charges afresh.
      const lost = after !== null && after > seq;
      if (lost) response.write(`id: ${seq}\nevent: reset\ndata: {"seq":${seq}}\n\n`);
      const reader: Reader = { response, sent: after === null || lost ? seq : after, full: false };
      readers.add(reader);
      response.on('drain', () => {
        reader.full = false;
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

/** One event of the ledger, with its charge as it stands now. */
function message(event: StoredEvent, ledger: Till['ledger']): string {
  const { seq, at, businessDay, actor, type, subject, body } = event;
  const charge = subject === null ? null : ledger.charges.byId(subject);
  const data = {
    seq,
    at: instant(at),
    businessDay,
    actor,
    type,
    chargeId: subject,
    body,
    charge: charge === null ? null : chargeBody(charge),
  };
  return `id: ${seq}\ndata: ${JSON.stringify(data)}\n\n`;
}
