import { describe, expect, it } from 'vitest';
import { DAY, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import { setUpPeople, type People } from './setup-people.ts';
import { byWindow, VIA_WINDOW } from '../../../shared/domain/ledger-event/by.ts';

const wrong = { ok: false, error: { code: 'wrong-pin' } };
const wait = (waitMs: number) => ({ ok: false, error: { code: 'wait', waitMs } });

async function fail(people: People, id: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    people.clock.jump(2 * MINUTE);
    expect(await people.operators.check(id, '0000', VIA_WINDOW)).toEqual(wrong);
  }
}

describe('signing in', () => {
  it('with the right PIN', async () => {
    const people = setUpPeople();
    people.hire('ana', 'operator', '1357');
    expect(await people.operators.check('ana', '1357', VIA_WINDOW)).toEqual({
      ok: true,
      value: { id: 'ana', name: 'ana', role: 'operator' },
    });
    expect(await people.operators.check('ana', '1358', VIA_WINDOW)).toEqual(wrong);
    expect(await people.operators.check('nobody', '1357', VIA_WINDOW)).toEqual(wrong);
  });

  it('fails three times for free, and then each failure doubles the wait, up to a minute', async () => {
    const people = setUpPeople();
    people.hire('ana', 'operator', '1357');
    await fail(people, 'ana', 2);
    expect(await people.operators.check('ana', '0000', VIA_WINDOW)).toEqual(wrong);
    for (const seconds of [2, 4, 8, 16, 32, 60, 60]) {
      expect(await people.operators.check('ana', '1357', VIA_WINDOW)).toEqual(wait(seconds * SECOND));
      people.clock.jump(seconds * SECOND - 1);
      expect(await people.operators.check('ana', '1357', VIA_WINDOW)).toEqual(wait(1));
      people.clock.jump(1);
      expect(await people.operators.check('ana', '0000', VIA_WINDOW)).toEqual(wrong);
    }
  });

  it('waits alone: the others sign in as ever', async () => {
    const people = setUpPeople();
    people.hire('ana', 'operator', '1357');
    people.hire('bia', 'operator', '2468');
    await fail(people, 'ana', 5);
    expect((await people.operators.check('ana', '1357', VIA_WINDOW)).ok).toBe(false);
    expect((await people.operators.check('bia', '2468', VIA_WINDOW)).ok).toBe(true);
  });

  it('waits also after a restart', async () => {
    const people = setUpPeople();
    people.hire('ana', 'operator', '1357');
    await fail(people, 'ana', 4);
    people.restart();
    expect(await people.operators.check('ana', '1357', VIA_WINDOW)).toEqual(wait(4 * SECOND));
  });

  it('once more makes the failures forgotten', async () => {
    const people = setUpPeople();
    people.hire('ana', 'operator', '1357');
    await fail(people, 'ana', 4);
    people.clock.jump(MINUTE);
    expect((await people.operators.check('ana', '1357', VIA_WINDOW)).ok).toBe(true);
    await fail(people, 'ana', 2);
    expect((await people.operators.check('ana', '1357', VIA_WINDOW)).ok).toBe(true);
  });

  it('is not locked out for years by a clock that was set back', async () => {
    const people = setUpPeople();
    people.hire('ana', 'operator', '1357');
    await fail(people, 'ana', 6);
    people.clock.jump(-1000 * DAY);
    expect((await people.operators.check('ana', '1357', VIA_WINDOW)).ok).toBe(true);
  });

  it('side by side gives no free guesses', async () => {
    const people = setUpPeople();
    people.hire('ana', 'operator', '0042');
    const guesses = Array.from({ length: 100 }, (_, pin) => String(pin).padStart(4, '0'));
    const answers = await Promise.all(guesses.map((pin) => people.operators.check('ana', pin, VIA_WINDOW)));
    expect(answers.filter((answer) => !answer.ok && answer.error.code === 'wrong-pin')).toHaveLength(3);
    expect(answers.filter(({ ok }) => ok)).toEqual([]);
  });

  it('leaves who failed in the ledger, and never the PIN', async () => {
    const people = setUpPeople();
    people.hire('ana', 'operator', '1357');
    await people.operators.check('ana', '9876', VIA_WINDOW);
    const events = people.ledger.log.since(0, 10);
    expect(events).toMatchObject([{ type: 'pin-failed', body: { who: 'ana' } }]);
    expect(JSON.stringify(events)).not.toContain('9876');
  });
});

describe("a manager's PIN", () => {
  it('is found among the managers, and only there', async () => {
    const people = setUpPeople();
    people.hire('ana', 'operator', '1357');
    people.hire('marta', 'manager', '8642');
    people.hire('paula', 'manager', '9753');
    expect(await people.operators.checkFor('refund', '9753', VIA_WINDOW)).toMatchObject({
      ok: true,
      value: { id: 'paula' },
    });
    expect(await people.operators.checkFor('refund', '1357', VIA_WINDOW)).toEqual(wrong);
  });

  it('makes guessing wait whoever was meant, until one of them is right', async () => {
    const people = setUpPeople();
    people.hire('marta', 'manager', '8642');
    people.hire('paula', 'manager', '9753');
    for (let time = 0; time < 3; time++)
      expect(await people.operators.checkFor('refund', '0000', VIA_WINDOW)).toEqual(wrong);
    expect(await people.operators.checkFor('refund', '9753', VIA_WINDOW)).toEqual(wait(2 * SECOND));
    expect(await people.operators.check('paula', '9753', VIA_WINDOW)).toEqual(wait(2 * SECOND));
    people.clock.jump(2 * SECOND);
    expect((await people.operators.checkFor('refund', '9753', VIA_WINDOW)).ok).toBe(true);
    expect((await people.operators.check('marta', '8642', VIA_WINDOW)).ok).toBe(true);
  });
});

describe('adding a person', () => {
  it('hashes the PIN, and says who did it', async () => {
    const { operators, ledger } = setUpPeople();
    const added = await operators.add('Ana', 'operator', '1357', byWindow('marta'));
    expect(added.ok && operators.byName('ana')).toMatchObject({ name: 'Ana', role: 'operator' });
    expect(ledger.log.since(0, 10)).toMatchObject([
      { type: 'operator-added', actor: 'marta', body: { name: 'Ana', role: 'operator' } },
    ]);
    const row = ledger.db.prepare('SELECT pin_hash FROM operator').pluck().get() as string;
    expect(row).toMatch(/^scrypt\$32768\$/);
    expect(JSON.stringify(ledger.log.since(0, 10))).not.toContain(row.slice(-20));
  });

  it('takes a name once, also when two are added at the same time', async () => {
    const { operators } = setUpPeople();
    const both = await Promise.all([
      operators.add('Ana', 'operator', '1357', byWindow('marta')),
      operators.add('ana', 'manager', '2468', byWindow('marta')),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(operators.all()).toHaveLength(1);
  });
});
