import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import { setUpPeople, type People } from './setup-people.ts';
import { byWindow, VIA_WINDOW } from '../../../shared/domain/ledger-event/by.ts';

const wrong = { ok: false, error: { code: 'wrong-pin' } };
const wait = (waitMs: number) => ({ ok: false, error: { code: 'wait', waitMs } });
const locked = { ok: false, error: { code: 'pin-locked' } };

const check = (people: People, id: string, pin: string) => people.operators.check(id, pin, VIA_WINDOW);

async function fail(people: People, id: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    await people.clock.advance(HOUR);
    expect(await check(people, id, '0000')).toEqual(wrong);
  }
}

describe('signing in', () => {
  it('with the right PIN', async () => {
    const people = setUpPeople();
    people.hire('ana', 'operator', '1357');
    expect(await check(people, 'ana', '1357')).toEqual({
      ok: true,
      value: { id: 'ana', name: 'ana', role: 'operator' },
    });
    expect(await check(people, 'ana', '1358')).toEqual(wrong);
    expect(await check(people, 'nobody', '1357')).toEqual(wrong);
  });

  it('fails three times for free, and then each failure doubles the wait, up to an hour', async () => {
    const people = setUpPeople({ locks: false });
    people.hire('ana', 'operator', '1357');
    await fail(people, 'ana', 2);
    expect(await check(people, 'ana', '0000')).toEqual(wrong);
    for (const seconds of [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600, 3600]) {
      expect(await check(people, 'ana', '1357')).toEqual(wait(seconds * SECOND));
      await people.clock.advance(seconds * SECOND - 1);
      expect(await check(people, 'ana', '1357')).toEqual(wait(1));
      await people.clock.advance(1);
      expect(await check(people, 'ana', '0000')).toEqual(wrong);
    }
  });

  it('waits alone: the others sign in as ever', async () => {
    const people = setUpPeople();
    people.hire('ana', 'operator', '1357');
    people.hire('bia', 'operator', '2468');
    await fail(people, 'ana', 5);
    expect((await check(people, 'ana', '1357')).ok).toBe(false);
    expect((await check(people, 'bia', '2468')).ok).toBe(true);
  });

  it('waits again in full after a restart', async () => {
    const people = setUpPeople();
    people.hire('ana', 'operator', '1357');
    await fail(people, 'ana', 4);
    await people.clock.advance(3 * SECOND);
    people.restart();
    expect(await check(people, 'ana', '1357')).toEqual(wait(4 * SECOND));
    await people.clock.advance(4 * SECOND);
    expect((await check(people, 'ana', '1357')).ok).toBe(true);
  });

  it('once more makes the failures forgotten', async () => {
    const people = setUpPeople();
    people.hire('ana', 'operator', '1357');
    await fail(people, 'ana', 4);
    await people.clock.advance(MINUTE);
    expect((await check(people, 'ana', '1357')).ok).toBe(true);
    await fail(people, 'ana', 2);
    expect((await check(people, 'ana', '1357')).ok).toBe(true);
  });

  it('waits as long if the wall clock is set forward, or if the machine sleeps', async () => {
    const people = setUpPeople();
    people.hire('ana', 'operator', '1357');
    await fail(people, 'ana', 4);
    people.clock.jump(1000 * DAY);
    expect(await check(people, 'ana', '1357')).toEqual(wait(4 * SECOND));
    people.clock.sleepMachine(HOUR);
    expect(await check(people, 'ana', '1357')).toEqual(wait(4 * SECOND));
  });

  it('waits again in full if the wall clock is set back, and not longer', async () => {
    const people = setUpPeople();
    people.hire('ana', 'operator', '1357');
    await fail(people, 'ana', 4);
    for (let time = 0; time < 8; time++) {
      await people.clock.advance(SECOND);
      people.clock.jump(-1000 * DAY);
      expect(await check(people, 'ana', '1357')).toEqual(wait(4 * SECOND));
    }
    await people.clock.advance(4 * SECOND);
    expect((await check(people, 'ana', '1357')).ok).toBe(true);
  });

  it('side by side gives no free guesses', async () => {
    const people = setUpPeople();
    people.hire('ana', 'operator', '0042');
    const guesses = Array.from({ length: 100 }, (_, pin) => String(pin).padStart(4, '0'));
    const answers = await Promise.all(guesses.map((pin) => check(people, 'ana', pin)));
    expect(answers.filter((answer) => !answer.ok && answer.error.code === 'wrong-pin')).toHaveLength(3);
    expect(answers.filter(({ ok }) => ok)).toEqual([]);
  });

  it('leaves who failed in the ledger, and never the PIN', async () => {
    const people = setUpPeople();
    people.hire('ana', 'operator', '1357');
    await check(people, 'ana', '9876');
    const events = people.ledger.log.since(0, 10);
    expect(events).toMatchObject([{ type: 'pin-failed', body: { who: 'ana' } }]);
    expect(JSON.stringify(events)).not.toContain('9876');
  });
});

describe('wrong PINs', () => {
  it('are cleared by the right PIN of the same person only', async () => {
    const people = setUpPeople();
    people.hire('bia', 'manager', '864208');
    people.hire('marta', 'manager', '975310');
    let checked = 0;
    for (let guess = 0; guess < 30; guess++) {
      const answer = await check(people, 'bia', String(1000 + guess));
      if (!answer.ok && answer.error.code === 'wrong-pin') checked += 1;
      expect((await check(people, 'marta', '975310')).ok).toBe(true);
    }
    expect(checked).toBe(3);
  });

  it('lock the PIN after ten, across restarts, until another manager lifts it', async () => {
    const people = setUpPeople();
    people.hire('bia', 'manager', '864208');
    people.hire('marta', 'manager', '975310');
    await fail(people, 'bia', 10);
    expect(people.locks, 'told once').toBe(1);
    await people.clock.advance(DAY);
    people.restart();
    expect(await check(people, 'bia', '864208')).toEqual(locked);
    expect(people.operators.locked().map(({ id }) => id)).toEqual(['bia']);
    people.operators.unlock('bia', byWindow('marta'));
    expect(people.operators.locked()).toEqual([]);
    expect((await check(people, 'bia', '864208')).ok).toBe(true);
    expect(people.ledger.log.since(10, 10)).toMatchObject([{ type: 'pin-unlocked', actor: 'marta' }]);
  });

  it('lock nothing in training, whose PINs are public', async () => {
    const people = setUpPeople({ locks: false });
    people.hire('bia', 'manager', '864208');
    await fail(people, 'bia', 12);
    await people.clock.advance(HOUR);
    expect((await check(people, 'bia', '864208')).ok).toBe(true);
  });

  it('are forgotten with a new PIN', async () => {
    const people = setUpPeople();
    people.hire('bia', 'manager', '864208');
    await fail(people, 'bia', 10);
    await people.operators.setPin('bia', '135790', byWindow('marta'));
    expect((await check(people, 'bia', '135790')).ok).toBe(true);
  });
});

describe('a PIN without a name', () => {
  const guess = ({ operators }: People, pin: string) => operators.checkUnnamed('refund', pin, VIA_WINDOW);
  const shop = (): People => {
    const people = setUpPeople();
    people.hire('ana', 'operator', '1357');
    people.hire('marta', 'manager', '864208');
    people.hire('paula', 'manager', '975310');
    return people;
  };

  it('is found among those who may do it, and only there', async () => {
    const people = shop();
    expect(await guess(people, '975310')).toMatchObject({ ok: true, value: { id: 'paula' } });
    expect(await guess(people, '1357')).toEqual(wrong);
  });

  it('counts for nobody, and is cleared by no right PIN', async () => {
    const people = shop();
    for (let time = 0; time < 3; time++) expect(await guess(people, '000000')).toEqual(wrong);
    expect(await guess(people, '975310')).toEqual(wait(2 * SECOND));
    expect((await check(people, 'paula', '975310')).ok).toBe(true);
    await people.clock.advance(2 * SECOND);
    expect((await guess(people, '975310')).ok).toBe(true);
    expect(await guess(people, '000000')).toEqual(wrong);
    expect(await guess(people, '975310'), 'after a restart too').toEqual(wait(4 * SECOND));
    people.restart();
    expect(await guess(people, '975310')).toEqual(wait(4 * SECOND));
  });

  it('is forgiven one wrong try an hour', async () => {
    const people = shop();
    for (let time = 0; time < 3; time++) await guess(people, '000000');
    await people.clock.advance(2 * HOUR);
    expect(await guess(people, '000000')).toEqual(wrong);
    expect(await guess(people, '000000')).toEqual(wrong);
    expect(await guess(people, '975310')).toEqual(wait(2 * SECOND));
  });
});

describe('a person', () => {
  it('is added with a hash of the PIN, whose digest is in the event', async () => {
    const { operators, ledger } = setUpPeople();
    const added = await operators.add('Ana', 'operator', '1357', byWindow('marta'));
    expect(added.ok && operators.byName('ana')).toMatchObject({ name: 'Ana', role: 'operator' });
    expect(ledger.log.since(0, 10)).toMatchObject([
      {
        type: 'operator-added',
        actor: 'marta',
        body: { name: 'Ana', role: 'operator', pinDigest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ]);
    const row = ledger.db.prepare('SELECT pin_hash FROM operator').pluck().get() as string;
    expect(row).toMatch(/^scrypt\$32768\$/);
    expect(JSON.stringify(ledger.log.since(0, 10))).not.toContain(row.slice(-20));
  });

  it('takes a name once, also when two are added at the same time, and after one left', async () => {
    const { operators } = setUpPeople();
    const both = await Promise.all([
      operators.add('Ana', 'operator', '1357', byWindow('marta')),
      operators.add('ana', 'manager', '2468', byWindow('marta')),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(operators.all()).toHaveLength(1);
    operators.deactivate(operators.all()[0]?.id ?? '', byWindow('marta'));
    expect(await operators.add('Ana', 'operator', '1357', byWindow('marta'))).toMatchObject({ ok: false });
  });

  it('who left is in no list, and no PIN is checked; past sales keep the name', async () => {
    const people = setUpPeople();
    people.hire('bia', 'manager', '864208');
    people.hire('marta', 'manager', '975310');
    people.operators.deactivate('bia', byWindow('marta'));
    const { operators } = people;
    expect([operators.byId('bia'), operators.byName('bia'), operators.nameOf('bia')]).toEqual([
      null,
      null,
      'bia',
    ]);
    expect(operators.all().map(({ id }) => id)).toEqual(['marta']);
    expect(await check(people, 'bia', '864208')).toEqual(wrong);
    expect(await operators.checkUnnamed('refund', '864208', VIA_WINDOW)).toEqual(wrong);
    expect(people.ledger.log.since(0, 1)).toMatchObject([
      { type: 'person-deactivated', actor: 'marta', body: { id: 'bia', name: 'bia' } },
    ]);
  });

  it('gets another name, role and PIN, each in an event', async () => {
    const people = setUpPeople();
    people.hire('bia', 'operator', '1357');
    people.operators.rename('bia', 'Bianca', byWindow('marta'));
    people.operators.setRole('bia', 'manager', byWindow('marta'));
    await people.operators.setPin('bia', '135790', byWindow('marta'));
    expect(people.operators.byId('bia')).toEqual({ id: 'bia', name: 'Bianca', role: 'manager' });
    expect(await check(people, 'bia', '1357')).toEqual(wrong);
    expect((await check(people, 'bia', '135790')).ok).toBe(true);
    expect(people.ledger.log.since(0, 3)).toMatchObject([
      { type: 'person-renamed', body: { id: 'bia', from: 'bia', name: 'Bianca' } },
      { type: 'person-role-changed', body: { id: 'bia', name: 'Bianca', role: 'manager' } },
      { type: 'person-pin-changed', body: { id: 'bia', pinDigest: expect.any(String) } },
    ]);
    expect(JSON.stringify(people.ledger.log.since(0, 10))).not.toMatch(/scrypt|135790/);
  });
});
