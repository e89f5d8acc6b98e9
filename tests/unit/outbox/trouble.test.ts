import { describe, expect, it } from 'vitest';
import { DONE, type JobResult } from '../../../main/core/outbox/job.ts';
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import { held, setUpOutbox } from './setup-runner.ts';

describe('a job that throws', () => {
  it('delays no other, and is tried again as the failed try that it was', async () => {
    const box = setUpOutbox();
    let poisoned = true;
    box.handle('bad', () => {
      if (poisoned) throw new Error('a bug');
      return DONE;
    });
    box.runner.start();
    box.owe('cancel', 'bad');
    for (const charge of ['a', 'b', 'c', 'd', 'e']) box.owe('watch', charge);
    await box.clock.advance(0);
    expect(box.begun.map((line) => line.split(' ')[2])).toEqual(['bad', 'a', 'b', 'c', 'd', 'e']);
    expect(box.logs.filter(({ event }) => event === 'job-threw')).toHaveLength(1);
    poisoned = false;
    await box.clock.advance(30 * SECOND);
    expect(box.begun.at(-1)).toBe('30 cancel bad');
    expect(box.handed.at(-1)).toMatchObject({ tries: 1, state: 'leased' });
    expect(box.store.living()).toEqual([]);
  });

  it('goes on being tried while it throws, and the others with it', async () => {
    const box = setUpOutbox();
    box.handle('bad', () => Promise.reject(new Error('a bug')));
    box.runner.start();
    box.owe('create', 'bad');
    for (let minute = 0; minute < 10; minute++) {
      box.owe('watch', `a${minute}`);
      await box.clock.advance(MINUTE);
    }
    expect(box.begun.filter((line) => line.includes('watch'))).toHaveLength(10);
    expect(box.begun.filter((line) => line.includes('bad')).length).toBeGreaterThan(15);
  });
});

describe('a crash', () => {
  it('leaves a job leased, which the next run tries again, as tried', async () => {
    const box = setUpOutbox();
    box.handle('a', () => held<JobResult>().promise);
    box.runner.start();
    box.owe('create', 'a');
    await box.clock.advance(0);
    expect(box.store.living()).toMatchObject([{ state: 'leased', tries: 1 }]);
    box.handle('a', () => DONE);
    box.restart().start();
    await box.clock.advance(0);
    expect(box.handed.map(({ tries, state }) => [tries, state])).toEqual([
      [0, 'waiting'],
      [1, 'leased'],
    ]);
  });

  it('leaves what is dead alone', async () => {
    const box = setUpOutbox();
    box.handle('a', () => ({ kind: 'dead', reason: 'it cannot be proven' }));
    box.runner.start();
    const { id } = box.owe('refund', 'a');
    await box.clock.advance(0);
    expect(box.store.get(id)).toMatchObject({ state: 'dead', lastError: 'it cannot be proven' });
    expect(box.logs.map(({ event }) => event)).toContain('job-dead');
    box.restart().start();
    await box.clock.advance(MINUTE);
    expect(box.begun).toHaveLength(1);
    expect(box.store.living()).toEqual([]);
  });
});

describe('rows that change under a job', () => {
  it('one that is written anew while its old life runs has its new life', async () => {
    const box = setUpOutbox();
    const answer = held<JobResult>();
    box.handle('a', () => answer.promise);
    box.runner.start();
    box.owe('watch', 'a');
    await box.clock.advance(0);
    box.owe('watch', 'a', MINUTE);
    answer.end(DONE);
    box.handle('a', () => DONE);
    await box.clock.advance(MINUTE);
    expect(box.begun).toEqual(['0 watch a', '60 watch a']);
  });

  it('one that was dropped is not run, and one that runs is not finished in the place of its successor', async () => {
    const box = setUpOutbox();
    const first = held<JobResult>();
    const second = held<JobResult>();
    box.handle('a', () => first.promise);
    box.handle('b', () => second.promise);
    box.runner.start();
    const lookUp = box.owe('look-up', 'a');
    await box.clock.advance(0);
    box.store.drop('look-up', 'a', 1);
    // The database gives the freed number to the next row.
    expect(box.owe('create', 'b').id).toBe(lookUp.id);
    await box.clock.advance(0);
    first.end(DONE);
    await box.clock.advance(0);
    expect(box.store.living()).toMatchObject([{ kind: 'create', chargeId: 'b', state: 'leased' }]);
    box.owe('look-up', 'c', SECOND);
    box.store.drop('look-up', 'c', 1);
    await box.clock.advance(MINUTE);
    expect(box.begun).toEqual(['0 look-up a', '0 create b']);
  });

  it('the backlog counts what waits for the gateway, and not what only watches', () => {
    const box = setUpOutbox();
    expect(box.store.backlog()).toEqual({ depth: 0, oldestAt: null });
    box.owe('watch', 'a');
    box.owe('time-limit', 'b');
    box.owe('look-up', 'c');
    expect(box.store.backlog().depth).toBe(0);
    const since = box.clock.now();
    box.owe('cancel', 'd');
    box.owe('refund', 'e');
    expect(box.store.backlog()).toEqual({ depth: 2, oldestAt: since });
    box.store.bury(box.store.of('e')[0]!.id, 'why');
    expect(box.store.backlog().depth).toBe(1);
  });
});
