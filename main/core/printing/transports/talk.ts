import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import { UNKNOWN_STATUS } from '../status/printer-status.ts';
import { LANGUAGES } from '../status/languages.ts';
import type { StatusMessage, StatusRequest } from '../status/status-request.ts';
import type { PrinterStatus, StatusDialect } from '../transport-port.ts';
import type { ByteLink, Fault } from './byte-link.ts';

/** How long a status is waited for, and how long its question may take to leave; ms. */
export interface AskLimits {
  readonly answerMs: number;
  readonly idleMs: number;
}

/** A conversation with a printer about its state, during one job. */
export interface Talk {
  /** Asks all that the language has. After the first question without an answer no other is asked. */
  ask(): Promise<Result<PrinterStatus, Fault>>;
  /** Asks what the printer answers in its turn; a fault if the question does not leave. */
  mark(): Promise<Fault | null>;
  /** Whether the last mark was answered, within `waitMs`. */
  isMarkReached(waitMs: number): Promise<boolean>;
  /** What the printer has said without being asked; unknown if nothing. */
  overheard(): Promise<PrinterStatus>;
}

export function createTalk(clock: Clock, link: ByteLink, dialect: StatusDialect, limits: AskLimits): Talk {
  const { questions, inTurn, unasked } = LANGUAGES[dialect];
  let heard = Buffer.alloc(0);
  let marksAnswered = 0;
  let news = UNKNOWN_STATUS;

  /** Takes the message off the front of what was heard; undefined if it is another one. */
  const takeOff = (message: StatusMessage | undefined): Uint8Array | undefined => {
    if (message === undefined || heard.length === 0) return undefined;
    const front = heard.subarray(0, message.answerBytes);
    if (!message.fits(front) || front.length < message.answerBytes) return undefined;
    heard = heard.subarray(message.answerBytes);
    return front;
  };

  /** Goes through what was heard until the answer to `wanted`; the rest is noted, or noise. */
  const sift = (wanted: StatusMessage | undefined): Uint8Array | undefined => {
    while (heard.length > 0) {
      const answer = takeOff(wanted);
      if (answer !== undefined) return answer;
      const before = heard.length;
      const message = takeOff(unasked);
      if (message !== undefined) news = { ...news, ...unasked?.read(message) };
      else if (takeOff(inTurn) !== undefined) marksAnswered += 1;
      // The beginning of an answer whose end is still on the way.
      if (before === heard.length && isBeginning(wanted ?? unasked, heard)) return undefined;
      if (before === heard.length) heard = heard.subarray(1);
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
      heard = Buffer.concat([heard, more]);
    }
  };

  /** Notes what came since, so that an answer that was late is not taken for one to the next question. */
  const catchUp = async (): Promise<void> => {
    heard = Buffer.concat([heard, await link.read(0)]);
    sift(undefined);
  };

  const put = async (question: StatusRequest): Promise<Result<Uint8Array | undefined, Fault>> => {
    const fault = await link.write(question.bytes, limits.idleMs);
    return fault === null ? ok(await listen(question, () => false, limits.answerMs)) : err(fault);
  };

  return {
    async ask() {
      let status = UNKNOWN_STATUS;
      if (questions.length > 0) await catchUp();
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
    async overheard() {
      await catchUp();
      return news;
    },
  };
}

function isBeginning(message: StatusMessage | undefined, heard: Uint8Array): boolean {
  return message !== undefined && heard.length < message.answerBytes && message.fits(heard);
}
