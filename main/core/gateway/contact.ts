import type { Result } from '../../../shared/kernel/result.ts';
import type { Clock, EpochMs } from '../../../shared/kernel/time.ts';
import type { Gateway, GatewayFailure, UnusableAnswer } from './port.ts';

/** Answers that came and could not be used, while none could. */
export interface UnusableAnswers extends UnusableAnswer {
  /** When the first of them came. `status` and `detail` are of the newest. */
  readonly since: EpochMs;
}

/**
 * Whether the gateway answers: learned from its answers, not from the network card (rule 5). Three states: usable answers, answers
 * that cannot be used (`online`, and `unusable` is set), and no answers (not `online`).
 */
export interface Contact {
  readonly online: boolean;
  /** True while usable answers come: online, and not `unusable`. */
  readonly answering: boolean;
  /** The last usable answer, a refusal included. Nothing else proves anything about a charge (rule 6). */
  readonly lastContactAt: EpochMs | null;
  /** When the answers that could be used ended; null while they come. */
  readonly unheardSince: EpochMs | null;
  /** Set while something answers and its answers cannot be used; null otherwise. */
  readonly unusable: UnusableAnswers | null;
}

/** Usable answers missed in a row that change what is said of the connection; one is an accident. */
const SILENCE = 2;

/**
 * Listens to the answers of `gateway`. `onChange` runs when the state changes, not for each further unusable answer, so that a burst
 * of them starts nothing.
 */
export function listenTo(
  gateway: Gateway,
  clock: Clock,
  onChange: (contact: Contact) => void,
): { gateway: Gateway; contact(): Contact } {
  let contact: Contact = {
    online: true,
    answering: true,
    lastContactAt: null,
    unheardSince: null,
    unusable: null,
  };
  /** Usable answers missed in a row, and how many of the newest of them were silence. */
  let missed = 0;
  let silent = 0;
  /** The unusable answers among those missed. */
  let odd: UnusableAnswers | null = null;

  const become = (next: Contact): void => {
    const changed =
      next.online !== contact.online ||
      next.unheardSince !== contact.unheardSince ||
      (next.unusable === null) !== (contact.unusable === null) ||
      (contact.lastContactAt === null && next.lastContactAt !== null);
    contact = next;
    if (changed) onChange(contact);
  };

  const heard = (): void => {
    missed = 0;
    silent = 0;
    odd = null;
    become({
      online: true,
      answering: true,
      lastContactAt: clock.now(),
      unheardSince: null,
      unusable: null,
    });
  };

  /** Nothing came. A connection that was refused tells at once, a missing answer only with a second one. */
  const unheard = (certain: boolean): void => {
    missed += 1;
    silent += 1;
    const online = contact.online && !certain && silent < SILENCE;
    if (!online) odd = null;
    become(missing(online));
  };

  /**
   * Something answers, so there is a connection; the answer proves nothing else. One tells enough when it answered a login, without
   * which nothing can be asked, and when no usable answer ever came.
   */
  const heardOdd = ({ status, detail }: UnusableAnswer, certain: boolean): void => {
    missed = certain || contact.lastContactAt === null ? SILENCE : missed + 1;
    silent = 0;
    odd = { since: odd?.since ?? clock.now(), status, detail };
    become(missing(true));
  };

  const missing = (online: boolean): Contact => {
    const unusable = missed < SILENCE ? null : odd;
    const unheardSince = contact.unheardSince ?? clock.now();
    return { ...contact, online, answering: online && unusable === null, unheardSince, unusable };
  };

  const judge = (failure: GatewayFailure): void => {
    switch (failure.kind) {
      case 'refused':
        return heard();
      case 'unusable':
        return heardOdd(failure, false);
      case 'unreachable':
        return failure.unusable === undefined ? unheard(true) : heardOdd(failure.unusable, true);
      case 'no-answer':
        return unheard(false);
    }
  };

  const listen = async <T>(
    answer: Promise<Result<T, GatewayFailure>>,
  ): Promise<Result<T, GatewayFailure>> => {
    const result = await answer;
    if (result.ok) heard();
    else judge(result.error);
    return result;
  };

  return {
    contact: () => contact,
    gateway: {
      login: () => listen(gateway.login()),
      wallets: () => listen(gateway.wallets()),
      create: (order) => listen(gateway.create(order)),
      read: (handle) => listen(gateway.read(handle)),
      cancel: (handle) => listen(gateway.cancel(handle)),
      refund: (handle, amount) => listen(gateway.refund(handle, amount)),
      find: (orderRef, since, rest) => listen(gateway.find(orderRef, since, rest)),
      now: () => gateway.now(),
    },
  };
}
