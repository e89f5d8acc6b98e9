import { readFileSync } from 'node:fs';
import type { Story } from './story.ts';

/** A story that broke once, shortened until every step was needed, and what had been wrong, in one sentence. */
export interface Regression {
  readonly file: string;
  /** Seeds of the story in which it was first seen, by the simulation of its day. */
  readonly seen: string;
  readonly cause: string;
}

export const REGRESSIONS: readonly Regression[] = [
  {
    file: 'second-slip-unmarked',
    seen: '770000749 (40 steps): I12',
    cause:
      'a slip that was never sent was printed again without 2ª VIA, since only its own tries were looked at',
  },
  {
    file: 'refund-of-unknown-word',
    seen: '780000017, 780000194 (200 steps): I4',
    cause:
      'a refund whose word was unknown for hours was given up as unclear, and its order was never read again',
  },
  {
    file: 'order-listed-late',
    seen: '780000091 (200 steps), 790000003, 790000008, 790000027, 790000039, 790000083, 790000088 (1,000 steps): I1',
    cause:
      'a lost order counted as absent after five lists in windows made by the till’s own clock, and was payable for the rest of its hour',
  },
  {
    file: 'restore-forgets-amount',
    seen: '200004 (1,000 steps): I4',
    cause:
      'after a restore a finalized sale whose amount was not known yet was on no list, and its order was never read again',
  },
  {
    file: 'look-on-full-disk',
    seen: '784 (40 steps)',
    cause:
      'asking the gateway about a charge threw when the disk took nothing, instead of saying that nothing can be said',
  },
  {
    file: 'older-answer-denies-refund',
    seen: '43 (1,000 steps): I4',
    cause: 'an answer that was older than an accepted refund was taken for the bank’s refusal of it',
  },
  {
    file: 'refused-after-lost',
    seen: '240002356 (40 steps): I1',
    cause:
      'a charge whose newest order was refused was called failed while an earlier one, which got no answer, was payable',
  },
  {
    file: 'expired-beside-earlier-order',
    seen: '320010927, 320014625 (200 steps): I1',
    cause:
      'a charge whose newest order had expired was called expired while an earlier one, found late, was not cancelled yet',
  },
  {
    file: 'full-disk-at-start',
    seen: '19 (40 steps)',
    cause: 'a start on a full disk dismissed a notice, which is a write, and the core ended',
  },
  {
    file: 'keys-change-under-way',
    seen: '173 (40 steps): I1',
    cause:
      'a create that a crash may have sent was held because of other keys, and then counted as never sent',
  },
  {
    file: 'answer-among-failures',
    seen: '2409 (40 steps): I15',
    cause:
      'an answer that a person had asked for did not count when another order of the charge had none, and the QR went',
  },
  {
    file: 'look-takes-minutes',
    seen: '10174, 14923 (40 steps), 9 (1,000 steps): I15',
    cause: 'a look-up that took minutes had not failed yet, and the QR stayed',
  },
];

export function readRegression(file: string): Story {
  return JSON.parse(readFileSync(new URL(`regressions/${file}.json`, import.meta.url), 'utf8')) as Story;
}
