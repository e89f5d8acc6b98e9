import { describe, expect, it } from 'vitest';
import { DONE, URGENCY, type JobKind, type JobResult } from '../../../main/core/outbox/job.ts';
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import { held, setUpOutbox } from './setup-runner.ts';

const KINDS = Object.keys({
  create: 0,
  'look-up': 0,
  cancel: 0,
  'find-orphan': 0,
  watch: 0,
  refund: 0,
  'time-limit': 0,
} satisfies Record<JobKind, 0>);

describe('which job goes first', () => {
  it('every kind has an urgency', () => {
    expect([...URGENCY].sort()).toEqual(KINDS.sort());
  });

  it('of what is due together, the most urgent', async () => {
    const box = setUpOutbox();
    for (const kind of URGENCY.toReversed()) box.owe(kind, `charge of ${kind}`);
    box.runner.start();
    await box.clock.advance(0);
    expect(box.begun.slice(0, 4)).toEqual(URGENCY.slice(0, 4).map((kind) => `0 ${kind} charge of ${kind}`));
    expect(box.begun).toHaveLength(URGENCY.length);
  });

  it('of one kind, the longest due', async () => {
    const box = setUpOutbox();
    const full = held<JobResult>();
    for (const charge of ['a', 'b', 'c', 'd']) {
      box.handle(charge, () => full.promise);
      box.owe('watch', charge);
    }
    box.runner.start();
    await box.clock.advance(0);
    box.owe('cancel', 'due later', 2 * SECOND);
    box.owe('cancel', 'due sooner', SECOND);
    await box.clock.advance(MINUTE);
    full.end(DONE);
    await box.clock.advance(0);
    expect(box.begun.slice(4)).toEqual(['60 cancel due sooner', '60 cancel due later']);
  });

  it('one at a time for a charge', async () => {
    const box = setUpOutbox();
    const first = held<JobResult>();
    box.handle('a', ({ kind }) => (kind === 'look-up' ? first.promise : DONE));
    box.runner.start();
    box.owe('look-up', 'a');
    await box.clock.advance(0);
    box.owe('cancel', 'a');
    box.owe('cancel', 'b');
    await box.clock.advance(MINUTE);
    expect(box.begun).toEqual(['0 look-up a', '0 cancel b']);
    first.end(DONE);
    await box.clock.advance(0);
    expect(box.begun).toEqual(['0 look-up a', '0 cancel b', '60 cancel a']);
  });

  it('four at once, and the next when one has ended', async () => {
    const box = setUpOutbox();
    const waits = ['a', 'b', 'c', 'd', 'e'].map((charge) => ({ charge, ...held<JobResult>() }));
    for (const { charge, promise } of waits) box.handle(charge, () => promise);
    for (const { charge } of waits) box.owe('cancel', charge);
    box.runner.start();
    await box.clock.advance(MINUTE);
    expect(box.begun.map((line) => line.at(-1))).toEqual(['a', 'b', 'c', 'd']);
    waits[2]!.end(DONE);
    await box.clock.advance(0);
    expect(box.begun.at(-1)).toBe('60 cancel e');
  });

  it('a search holds up neither its own charge nor, several of them, the others', async () => {
    const box = setUpOutbox();
    const search = held<JobResult>();
    for (const charge of ['a', 'b', 'c', 'd', 'e'])
      box.handle(charge, ({ kind }) => (kind === 'find-orphan' ? search.promise : DONE));
    box.runner.start();
    for (const charge of ['a', 'b', 'c', 'd', 'e']) box.owe('find-orphan', charge);
    await box.clock.advance(0);
    expect(box.begun).toEqual(['0 find-orphan a']);
    box.owe('cancel', 'a', 0, 2);
    box.owe('create', 'f');
    await box.clock.advance(0);
    expect(box.begun.slice(1)).toEqual(['0 cancel a', '0 create f']);
    search.end(DONE);
    await box.clock.advance(0);
    expect(box.begun).toHaveLength(7);
  });
});
