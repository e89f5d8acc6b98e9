import { describe, expect, it } from 'vitest';
import { SHORT_SILENCE_MS, silenceOf } from '../../../../shared/domain/charge/silence.ts';
import { answerOf } from '../../../../shared/domain/charge/answer.ts';
import { epochMs, HOUR } from '../../../../shared/kernel/time.ts';
import * as is from './samples.ts';

const NOW = epochMs(Date.UTC(2026, 2, 2, 12));

/** What is missing, the silence, and the answer about a payable charge. */
const TABLE = [
  ['nothing', null, 'none', 'not-paid'],
  ['answers since now', 0, 'short', 'not-paid'],
  ['answers for 1 ms', 1, 'short', 'not-paid'],
  ['answers for 9,999 ms', SHORT_SILENCE_MS - 1, 'short', 'not-paid'],
  ['answers for 10 s', SHORT_SILENCE_MS, 'long', 'doubt'],
  ['answers for 10,001 ms', SHORT_SILENCE_MS + 1, 'long', 'doubt'],
  ['answers for an hour', HOUR, 'long', 'doubt'],
  ['answers since a moment in the future', -1, 'long', 'doubt'],
  ['answers since before the till looked', 'unknown', 'long', 'doubt'],
] as const;

describe('a silence of the gateway', () => {
  it('is short for ten seconds', () => {
    expect(SHORT_SILENCE_MS).toBe(10_000);
  });

  it.each(TABLE)('of %s', (_name, lasts, silence, answer) => {
    const since = typeof lasts === 'number' ? epochMs(NOW - lasts) : null;
    const found = silenceOf(lasts === null ? null : { since }, NOW);
    expect(found).toBe(silence);
    expect(answerOf(is.charge(...is.SAMPLES.pending), found)).toBe(answer);
    // Of a charge that cannot be paid any more, or is paid, silence says nothing.
    expect(answerOf(is.charge(...is.SAMPLES.queued), found)).toBe('not-paid');
    expect(answerOf(is.charge(...is.SAMPLES.approved), found)).toBe('paid');
  });
});
