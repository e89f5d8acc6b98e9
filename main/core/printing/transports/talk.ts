import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import { UNKNOWN_STATUS } from '../status/printer-status.ts';
import { LANGUAGES } from '../status/languages.ts';
import type { StatusMessage, StatusRequest } from '../status/status-request.ts';
import type { PrinterStatus, StatusDialect } from '../transport-port.ts';
import type { ByteLink, Fault } from './byte-link.ts';

/** The limits of a question, ms: the wait for its answer, and the time without progress while it is sent. */
export interface AskLimits {
  readonly answerMs: number;
  readonly idleMs: number;
}

/** The questions to a printer about its status during one job. */
export interface Talk {
  /** Sends all questions of the language. After the first one without an answer, sends no other. */
  ask(): Promise<Result<PrinterStatus, Fault>>;
  /** Sends the question that the printer answers after printing. Returns a fault if it cannot be sent. */
  mark(): Promise<Fault | null>;
  /** True if the last mark was answered, within `waitMs`. */
  isMarkReached(waitMs: number): Promise<boolean>;
  /** Returns the status that the printer sent without a question. Unknown if it sent none. */
  unaskedStatus(): Promise<PrinterStatus>;
}

/** Creates the questions of one job over its link. */
export function createTalk(clock: Clock, link: ByteLink, dialect: StatusDialect, limits: AskLimits): Talk {
  const { questions, inTurn, unasked } = LANGUAGES[dialect];
  let received = Buffer.alloc(0);
  let marksAnswered = 0;
  let unaskedNews = UNKNOWN_STATUS;

  /** Removes the message from the front of the received bytes. Undefined if another one is there. */
  const removeMessage = (message: StatusMessage | undefined): Uint8Array | undefined => {
    if (message === undefined || received.length === 0) return undefined;
    const front = received.subarray(0, message.answerBytes);
    if (!message.fits(front) || front.length < message.answerBytes) return undefined;
    received = received.subarray(message.answerBytes);
    return front;
  };

  /** Reads the received bytes until the answer to `wanted`. Records other messages and skips noise. */
  const sift = (wanted: StatusMessage | undefined): Uint8Array | undefined => {
    while (received.length > 0) {
      const answer = removeMessage(wanted);
      if (answer !== undefined) return answer;
      const before = received.length;
      const message = removeMessage(unasked);
      if (message !== undefined) unaskedNews = { ...unaskedNews, ...unasked?.read(message) };
      else if (removeMessage(inTurn) !== undefined) marksAnswered += 1;
      // The end of this answer is still under way.
      if (before === received.length && isBeginning(wanted ?? unasked, received)) return undefined;
      if (before === received.length) received = received.subarray(1);
    }
    return undefined;
  };

  const listen = async (wanted: StatusMessage | undefined, done: () => boolean, waitMs: number) => {
    const end = clock.monotonic() + waitMs;
    for (let left = waitMs; ; left = end - clock.monotonic()) {
      const answer = sift(wanted);
      if (answer !== undefined || done() || left <= 0) return answer;
      const more = await link.read(left);
      if (more.length === 0) return undefined;
      received = Buffer.concat([received, more]);
    }
  };

  /** Reads the late answers, so that none is taken for an answer to the next question. */
  const readLateAnswers = async (): Promise<void> => {
    received = Buffer.concat([received, await link.read(0)]);
    sift(undefined);
  };

  const put = async (question: StatusRequest): Promise<Result<Uint8Array | undefined, Fault>> => {
    const fault = await link.write(question.bytes, limits.idleMs);
    return fault === null ? ok(await listen(question, () => false, limits.answerMs)) : err(fault);
  };

  return {
    async ask() {
      let status = UNKNOWN_STATUS;
      if (questions.length > 0) await readLateAnswers();
      for (const question of questions) {
        if (question.isNeeded?.(status) === false) continue;
        const answer = await put(question);
        if (!answer.ok) return answer;
        if (answer.value === undefined) break;
        status = { ...status, ...question.read(answer.value) };
      }
      return ok(status);
    },
    async mark() {
      marksAnswered = 0;
      return inTurn === undefined ? null : link.write(inTurn.bytes, limits.idleMs);
    },
    async isMarkReached(waitMs) {
      if (inTurn === undefined) return false;
      await listen(undefined, () => marksAnswered > 0, waitMs);
      return marksAnswered > 0;
    },
    async unaskedStatus() {
      await readLateAnswers();
      return unaskedNews;
    },
  };
}

function isBeginning(message: StatusMessage | undefined, received: Uint8Array): boolean {
  return message !== undefined && received.length < message.answerBytes && message.fits(received);
}
