import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { setUpTill } from './setup-till.ts';

const LATE_ANSWERS = {
  unreachable: says.unreachable,
  'no answer': says.noAnswer,
  'a page of a proxy': says.unusable,
  'a usable answer': says.reading('pending'),
} as const;

const LATE_WALLETS = { ...LATE_ANSWERS, 'a usable answer': { ok: true, value: [says.PIX] } } as const;
const NAMES = Object.keys(LATE_ANSWERS) as (keyof typeof LATE_ANSWERS)[];

describe('a request that is under way when the till stops', () => {
  describe.each(NAMES)('before it, %s', (before) => {
    it.each(NAMES)('and after it, %s: the closed ledger is not asked', async (after) => {
      const shop = setUpTill();
      shop.gateway.always('create', (order) => says.opened(order));
      shop.gateway.always('read', LATE_ANSWERS[before]);
      shop.gateway.always('wallets', LATE_WALLETS[before]);
      shop.place();
      await shop.clock.advance(4 * SECOND);

      const stopping = Promise.withResolvers<void>();
      const closed = Promise.withResolvers<void>();
      const underWay: string[] = [];
      shop.gateway.always('read', async () => {
        underWay.push('read');
        await stopping.promise;
        return LATE_ANSWERS[after];
      });
      shop.gateway.always('wallets', async () => {
        underWay.push('wallets');
        await closed.promise;
        return LATE_WALLETS[after];
      });
      await shop.clock.advance(2 * MINUTE);
      expect(underWay.sort()).toEqual(['read', 'wallets']);

      // The stop waits for the jobs, and for no other request.
      const stopped = shop.till.stop();
      stopping.resolve();
      await stopped;
      expect(shop.till.ledger.db.open).toBe(false);
      closed.resolve();
      await shop.clock.advance(2 * MINUTE);
      expect(shop.logs.filter(({ level }) => level === 'error')).toEqual([]);
    });
  });
});
