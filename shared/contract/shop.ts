import { z } from 'zod';
import { view } from './define.ts';
import { OpenItem } from './open-item.ts';

/** The view that the manager's screens are drawn from, at a till or at a hub. */
export const ShopView = z.object({
  zone: z.string(),
  /** The present business day. */
  day: z.string(),
  /** The number of the ledger's newest event. While `seq` and `day` are unchanged, every reply to the manager is unchanged. */
  seq: z.int(),
  /** True if a printer is set up. */
  printer: z.boolean(),
  /** The open items. Those that need a person come first. */
  unsettled: z.array(OpenItem),
});
export type ShopView = z.infer<typeof ShopView>;

export const shop = {
  'manager/shop': view({ payload: ShopView, roles: ['cashier'] }),
} as const;
