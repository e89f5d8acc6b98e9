import { z } from 'zod';
import { view } from './define.ts';
import { OpenItem } from './open-item.ts';

/** What every screen of the manager draws by, whatever till or hub the screens look at. */
export const ShopView = z.object({
  zone: z.string(),
  /** The present business day. */
  day: z.string(),
  /** How far the ledger has come. While `seq` and `day` stay the same, so does every answer to a manager's question. */
  seq: z.int(),
  /** True where slips can be printed. */
  printer: z.boolean(),
  /** Every charge that is not done with. What a person must act on comes first. */
  unsettled: z.array(OpenItem),
});
export type ShopView = z.infer<typeof ShopView>;

export const shop = {
  'manager/shop': view({ payload: ShopView, roles: ['cashier'] }),
} as const;
