import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, epochMs, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { setUpTill, type TestTill } from './setup-till.ts';

/** Two orders got no answer, and the charge was given up: it ends with the proof that neither can be paid. */
async function withLost(timeLimitMs = 5 * MINUTE): Promise<{ shop: TestTill; id: string }> {
  const shop = setUpTill();
  shop.gateway.always('create', says.noAnswer);
  const id = shop.place({ timeLimitMs });
  await shop.clock.advance(0);
  shop.act(id, { type: 'given-up', cause: 'operator', reason: null });
  return { shop, id };
}

const statusOf = ({ shop, id }: { shop: TestTill; id: string }) => shop.charge(id).attempts[0]?.status;

describe('a lost order counts as absent', () => {
  it("an hour and five minutes after the first complete search, by the gateway's clock, after few lists", async () => {
    const lost = await withLost();
    await lost.shop.clock.advance(65 * MINUTE);
    expect(statusOf(lost)).toBe('lost');
    await lost.shop.clock.advance(MINUTE);
    expect(lost.shop.charge(lost.id).status).toBe('cancelled');
    const lists = lost.shop.gateway.asked('find').filter(([ref]) => ref === `${lost.id}-1`);
    expect(lists.length).toBeLessThanOrEqual(6);
  });

  it('five minutes after its own time limit when that is longer', async () => {
    const lost = await withLost(3 * HOUR);
    await lost.shop.clock.advance(3 * HOUR + 4 * MINUTE);
    expect(statusOf(lost)).toBe('lost');
    await lost.shop.clock.advance(12 * MINUTE);
    expect(statusOf(lost)).toBe('closed');
  });

  it.each([DAY, -DAY, 2 * DAY, -2 * DAY, 400 * DAY, -400 * DAY, HOUR, -HOUR])(
    'not by our clock, which jumps by %d ms at any time',
    async (jump) => {
      for (const after of [0, 10 * SECOND, 20 * MINUTE, 50 * MINUTE]) {
        const lost = await withLost();
        const { shop } = lost;
        await shop.clock.advance(after);
        shop.clock.jump(jump);
        await shop.clock.advance(65 * MINUTE - after);
        expect(statusOf(lost)).toBe('lost');
        const from = shop.charge(lost.id).attempts[0]?.gatewayAt;
        for (const [, since] of shop.gateway.asked('find')) expect(since).toBe(from);
        await shop.clock.advance(32 * MINUTE);
        expect(statusOf(lost)).toBe('closed');
      }
    },
  );

  it.each([0, 20 * MINUTE, 3 * DAY])('not by an end of the process: one that lasts %d ms', async (off) => {
    const lost = await withLost();
    const { shop } = lost;
    await shop.clock.advance(30 * MINUTE);
    const { soughtAt } = shop.charge(lost.id).attempts[0]!;
    shop.crash();
    await shop.clock.advance(off);
    shop.start();
    await shop.clock.advance(10 * SECOND);
    expect(shop.charge(lost.id).attempts[0]).toMatchObject({
      soughtAt,
      status: off > 35 * MINUTE ? 'closed' : 'lost',
    });
    await shop.clock.advance(66 * MINUTE);
    expect(statusOf(lost)).toBe('closed');
  });

  it('never when no Date comes, and then seldom asked for', async () => {
    const lost = await withLost();
    const { shop } = lost;
    shop.gateway.setClock(() => null);
    await shop.clock.advance(12 * HOUR);
    expect(shop.charge(lost.id).attempts[0]).toMatchObject({ status: 'lost', soughtAt: null });
    expect(shop.gateway.asked('find').length).toBeLessThanOrEqual(2 * (12 * 2 + 1));
  });

  it('not while lists fail, for however long', async () => {
    const lost = await withLost();
    const { shop } = lost;
    await shop.clock.advance(MINUTE);
    for (const failure of [says.noAnswer, says.unusable, says.unreachable, says.refused('permission')]) {
      shop.gateway.always('find', failure);
      await shop.clock.advance(2 * HOUR);
      expect(statusOf(lost)).toBe('lost');
    }
    // The first search of all was complete, two hours ago and more: the next complete one is the proof.
    shop.gateway.always('find', () => says.listed([], shop.gateway.now()));
    await shop.clock.advance(5 * MINUTE);
    expect(statusOf(lost)).toBe('closed');
  });

  it("not sooner when the gateway's clock is set back, and in the end all the same", async () => {
    const lost = await withLost();
    const { shop } = lost;
    await shop.clock.advance(30 * MINUTE);
    const before = shop.gateway.now()!;
    const steady = shop.clock.monotonic();
    shop.gateway.setClock(() => epochMs(before - 400 * DAY + Math.floor(shop.clock.monotonic() - steady)));
    await shop.clock.advance(64 * MINUTE);
    expect(statusOf(lost)).toBe('lost');
    await shop.clock.advance(64 * MINUTE);
    expect(statusOf(lost)).toBe('closed');
  });

  it("not by a gateway's clock that stands still", async () => {
    const lost = await withLost();
    const { shop } = lost;
    const still = shop.gateway.now();
    shop.gateway.setClock(() => still);
    await shop.clock.advance(DAY);
    expect(statusOf(lost)).toBe('lost');
    expect(shop.gateway.asked('find').length).toBeLessThan(2 * 60);
  });

  it('only by that proof, whatever happens on the way', async () => {
    const trouble = fc.oneof(
      fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 40 * MINUTE }) }),
      fc.record({ kind: fc.constant('jump' as const), ms: fc.integer({ min: -400 * DAY, max: 400 * DAY }) }),
      fc.record({ kind: fc.constant('off' as const), ms: fc.integer({ min: 0, max: 2 * HOUR }) }),
      fc.record({ kind: fc.constantFrom('fails' as const, 'lists' as const, 'no Date' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(trouble, { maxLength: 12 }), async (troubles) => {
        const lost = await withLost();
        const { shop } = lost;
        const theirs = (): number => Math.floor(shop.clock.monotonic());
        let first: number | null = null;
        let mode: 'lists' | 'fails' | 'no Date' = 'lists';
        shop.gateway.always('find', (ref) => {
          if (mode === 'fails') return says.unusable;
          if (mode === 'lists' && ref.endsWith('-1')) first ??= theirs();
          return says.listed([], mode === 'lists' ? shop.gateway.now() : null);
        });
        const check = (): void => {
          if (statusOf(lost) === 'closed') expect(theirs() - first!).toBeGreaterThanOrEqual(65 * MINUTE);
        };
        for (const each of troubles) {
          if (each.kind === 'pass') await shop.clock.advance(each.ms);
          else if (each.kind === 'jump') shop.clock.jump(each.ms);
          else if (each.kind === 'off') {
            shop.crash();
            await shop.clock.advance(each.ms);
            shop.start();
          } else mode = each.kind;
          check();
        }
        mode = 'lists';
        await shop.clock.advance(140 * MINUTE);
        check();
        expect(shop.charge(lost.id).status).toBe('cancelled');
      }),
      { numRuns: 40 },
    );
  });
});
