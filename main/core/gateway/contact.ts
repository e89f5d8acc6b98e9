import type { Result } from '../../../shared/kernel/result.ts';
import type { Clock, EpochMs } from '../../../shared/kernel/time.ts';
import type { Gateway, GatewayFailure, UnusableAnswer } from './port.ts';

/** Unusable answers, while no usable answer comes. `status` and `detail` are of the newest. */
export interface UnusableAnswers extends UnusableAnswer {
  /** When the first of them came. */
  readonly since: EpochMs;
}

/**
 * Whether the gateway answers. It is learned from the answers and not from the network card (rule 5). There are three states:
 * usable answers, unusable answers (`online`, and `unusable` is set), and no answers (not `online`).
 */
export interface Contact {
  readonly online: boolean;
  /** True while usable answers come: online, and `unusable` is null. */
  readonly answering: boolean;
  /** When the last usable answer came. A refusal is usable. No other answer proves anything about a charge (rule 6). */
  readonly lastContactAt: EpochMs | null;
  /** Since when no usable answer comes. Null while usable answers come. */
  readonly noUsableAnswerSince: EpochMs | null;
  /** The unusable answers. Null while usable answers come, and while no answer comes. */
  readonly unusable: UnusableAnswers | null;
}

/** The number of usable answers missed in a row that changes the contact, or the answer for a charge. One can be an accident. */
const MISSED_IN_A_ROW = 2;

/**
 * True while the gateway gives usable answers, also about this order. A gateway that lists wallets and does not answer about
 * the order proves nothing about a payment (rule 6).
 *
 * @param failedLooks the look-ups of the order that failed in a row.
 */
export function answersAbout({ answering, lastContactAt }: Contact, failedLooks: number): boolean {
  return answering && lastContactAt !== null && failedLooks < MISSED_IN_A_ROW;
}

/**
 * Wraps `gateway` and learns the contact from its answers. `onChange` runs when the state changes. It does not run for each
 * further unusable answer.
 */
export function trackContact(
  gateway: Gateway,
  clock: Clock,
  onChange: (contact: Contact) => void,
): { gateway: Gateway; contact(): Contact } {
  let contact: Contact = {
    online: true,
    answering: true,
    lastContactAt: null,
    noUsableAnswerSince: null,
    unusable: null,
  };
  /** The usable answers missed in a row, and how many of the newest of them were missing answers. */
  let missed = 0;
  let unanswered = 0;
  /** The unusable answers among the missed ones. */
  let unusable: UnusableAnswers | null = null;

  const become = (next: Contact): void => {
    const changed =
      next.online !== contact.online ||
      next.noUsableAnswerSince !== contact.noUsableAnswerSince ||
      (next.unusable === null) !== (contact.unusable === null) ||
      (contact.lastContactAt === null && next.lastContactAt !== null);
    contact = next;
    if (changed) onChange(contact);
  };

  const onUsableAnswer = (): void => {
    missed = 0;
    unanswered = 0;
    unusable = null;
    become({
      online: true,
      answering: true,
      lastContactAt: clock.now(),
      noUsableAnswerSince: null,
      unusable: null,
    });
  };

  /** A refused connection is `certain`: one is enough. Of missing answers, it takes two in a row. */
  const onNoAnswer = (certain: boolean): void => {
    missed += 1;
    unanswered += 1;
    const online = contact.online && !certain && unanswered < MISSED_IN_A_ROW;
    if (!online) unusable = null;
    become(without(online));
  };

  /**
   * An unusable answer proves a connection and nothing else. One is enough if it answers a login (`certain`), because without
   * a login no question is possible, and if no usable answer ever came.
   */
  const onUnusableAnswer = ({ status, detail }: UnusableAnswer, certain: boolean): void => {
    missed = certain || contact.lastContactAt === null ? MISSED_IN_A_ROW : missed + 1;
    unanswered = 0;
    unusable = { since: unusable?.since ?? clock.now(), status, detail };
    become(without(true));
  };

  /** Returns the contact after a missed usable answer. */
  const without = (online: boolean): Contact => {
    const shown = missed < MISSED_IN_A_ROW ? null : unusable;
    const noUsableAnswerSince = contact.noUsableAnswerSince ?? clock.now();
    return { ...contact, online, answering: online && shown === null, noUsableAnswerSince, unusable: shown };
  };

  const onFailure = (failure: GatewayFailure): void => {
    switch (failure.kind) {
      case 'refused':
        return onUsableAnswer();
      case 'unusable':
        return onUnusableAnswer(failure, false);
      case 'unreachable':
        return failure.unusable === undefined ? onNoAnswer(true) : onUnusableAnswer(failure.unusable, true);
      case 'no-answer':
        return onNoAnswer(false);
    }
  };

  const track = async <T>(answer: Promise<Result<T, GatewayFailure>>): Promise<Result<T, GatewayFailure>> => {
    const result = await answer;
    if (result.ok) onUsableAnswer();
    else onFailure(result.error);
    return result;
  };

  return {
    contact: () => contact,
    gateway: {
      login: () => track(gateway.login()),
      wallets: () => track(gateway.wallets()),
      create: (order) => track(gateway.create(order)),
      read: (handle) => track(gateway.read(handle)),
      cancel: (handle) => track(gateway.cancel(handle)),
      refund: (handle, amount) => track(gateway.refund(handle, amount)),
      find: (orderRef, since, rest) => track(gateway.find(orderRef, since, rest)),
      now: () => gateway.now(),
    },
  };
}
