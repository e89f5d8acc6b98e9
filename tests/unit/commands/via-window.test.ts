import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METHODS, methodSpec } from '../../support/rpc/methods.ts';
import { openDesk, type Desk } from './open-desk.ts';
import { PLAYS } from './window-plays.ts';
import { causedSince, placeOf } from './written-by.ts';

describe('each event that a call of a window causes says so', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.stop());

  it('for every method of the contract', () => {
    expect(Object.keys(PLAYS).toSorted()).toEqual(METHODS.toSorted());
  });

  it.each(Object.entries(PLAYS))('%s', async (name, { writes = [], play }) => {
    await desk.tidy(methodSpec(name).needs.manager !== undefined);
    const before = placeOf(desk.app.till());
    expect(await play(desk), name).toMatchObject({ ok: true });
    const caused = causedSince(before, desk.app.till());
    expect(caused.map(({ type }) => type)).toEqual(expect.arrayContaining([...writes]));
    for (const { type, via } of caused) expect(via, type).toEqual({ channel: 'window' });
  });

  it('a wrong PIN', async () => {
    await desk.tidy(false);
    const before = placeOf(desk.app.till());
    expect(await desk.call['manager/enter']({ pin: '9999' })).toMatchObject({ error: { code: 'wrong-pin' } });
    expect(causedSince(before, desk.app.till())).toEqual([
      { type: 'pin-failed', via: { channel: 'window' } },
    ]);
  });
});
