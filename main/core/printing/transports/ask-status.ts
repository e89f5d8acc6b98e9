import type { Clock } from '../../../../shared/kernel/time.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { UNKNOWN_STATUS } from '../status/printer-status.ts';
import { QUESTIONS } from '../status/questions.ts';
import type { StatusRequest } from '../status/status-request.ts';
import type { PrinterStatus, StatusDialect } from '../transport-port.ts';
import type { ByteLink, Fault } from './byte-link.ts';

/** How long a status is waited for, and how long its question may take to leave; ms. */
export interface AskLimits {
  readonly answerMs: number;
  readonly idleMs: number;
}

/** Asks all that the dialect has. After the first question without an answer no other is asked. */
export async function askStatus(
  clock: Clock,
  link: ByteLink,
  dialect: StatusDialect,
  limits: AskLimits,
): Promise<Result<PrinterStatus, Fault>> {
  let status = UNKNOWN_STATUS;
  for (const question of QUESTIONS[dialect]) {
    if (question.isNeeded?.(status) === false) continue;
    const fault = await link.write(question.bytes, limits.idleMs);
    if (fault !== null) return err(fault);
    const answer = await awaitAnswer(clock, link, question, limits.answerMs);
    if (answer === null) return ok(status);
    status = { ...status, ...question.read(answer) };
  }
  return ok(status);
}

/** The first run of bytes that can be the answer; what came before it, such as an automatic status, is passed over. */
async function awaitAnswer(
  clock: Clock,
  link: ByteLink,
  question: StatusRequest,
  answerMs: number,
): Promise<Uint8Array | null> {
  const end = clock.monotonic() + answerMs;
  let heard = Buffer.alloc(0);
  for (let left = answerMs; left > 0; left = end - clock.monotonic()) {
    const more = await link.read(left);
    if (more.length === 0) return null;
    heard = Buffer.concat([heard, more]);
    for (let at = 0; at + question.answerBytes <= heard.length; at += 1) {
      const answer = heard.subarray(at, at + question.answerBytes);
      if (question.fits(answer)) return answer;
    }
  }
  return null;
}
