import type { Clock } from '../../../../shared/kernel/time.ts';
import type { PrinterTarget, PrinterTransport } from '../transport-port.ts';
import type { Fault } from './byte-link.ts';
import { limitsOf } from './limits.ts';
import { within } from './within.ts';

/** The limit of the search of one kind, ms. The first search on a slow machine loads the native packages. */
const SEARCH_MS = 30_000;
/** The limit of a question about the status, ms. CUPS may be asked three times, for five seconds each. */
const STATUS_MS = 20_000;
/** How long a job may take beyond its own limit, ms: to reach the printer, and to take the job back. */
const BEYOND_JOB_MS = 25_000;

/** What `limited` gets from `within` if a call is overdue. */
const OVERDUE = Symbol('overdue');

/** Calls that have not returned. A driver or a print service that hangs keeps its call here after the limit. */
export type CallsUnderWay = Set<Promise<unknown>>;

/**
 * Limits the time of every call of a transport. A call into the system cannot be ended from outside, so after the limit the
 * caller gets an answer and the call is left alone. Until it returns, other calls for the same printer are refused at once, so
 * that a dead printer does not collect calls. A job that is overdue may be on paper. A job that is refused is not.
 */
export function answerInTime(
  clock: Clock,
  transport: PrinterTransport,
  underWay: CallsUnderWay = new Set(),
): PrinterTransport {
  /** The printers with an overdue call, by id. Null is the search. */
  const overdue = new Set<string | null>();

  /** Returns what the call returns. Null if it is overdue. */
  const limited = async <T>(id: string | null, limitMs: number, call: Promise<T>): Promise<T | null> => {
    const returned = (): void => {
      underWay.delete(call);
      overdue.delete(id);
    };
    underWay.add(call);
    void call.then(returned, returned);
    const answer = await within(clock, limitMs, call, OVERDUE);
    if (answer !== OVERDUE) return answer;
    overdue.add(id);
    return null;
  };

  const refusal = ({ id }: PrinterTarget): Fault | null =>
    overdue.has(id)
      ? { reason: 'NO_ANSWER', detail: 'an earlier call to this printer has not returned' }
      : null;

  return {
    kind: transport.kind,
    async list() {
      if (overdue.has(null)) throw new Error('no answer within the limit of an earlier search');
      const found = await limited(null, SEARCH_MS, transport.list());
      if (found === null) throw new Error(`no answer within ${SEARCH_MS} ms`);
      return found;
    },
    async status(target, options) {
      const refused = refusal(target);
      if (refused !== null) return { kind: 'unreachable', ...refused };
      const reply = await limited(target.id, STATUS_MS, transport.status(target, options));
      return reply ?? { kind: 'unreachable', ...noAnswer(STATUS_MS) };
    },
    async send(target, bytes, options) {
      const refused = refusal(target);
      if (refused !== null) return { kind: 'not_started', ...refused };
      const atLimit = new AbortController();
      const signals = [atLimit.signal, ...(options.signal === undefined ? [] : [options.signal])];
      const job = transport.send(target, bytes, { ...options, signal: AbortSignal.any(signals) });
      const limitMs = limitsOf(options).jobMs + BEYOND_JOB_MS;
      const outcome = await limited(target.id, limitMs, job);
      if (outcome !== null) return outcome;
      // If the call returns after all, it sends no further byte.
      atLimit.abort();
      return { kind: 'partial', accepted: 0, maybe: bytes.length, ...noAnswer(limitMs) };
    },
  };
}

function noAnswer(limitMs: number): Fault {
  return { reason: 'NO_ANSWER', detail: `no answer within ${limitMs} ms` };
}
