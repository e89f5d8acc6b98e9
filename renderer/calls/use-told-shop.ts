import { useEffect, useState } from 'react';
import type { ShopView } from '../../shared/contract/shop.ts';
import type { Transport } from '../port/transport.ts';

/** Returns the shop from the core's view over this transport. Null before the first value. */
export function useToldShop(transport: Transport): ShopView | null {
  const [shop, setShop] = useState<ShopView | null>(null);
  useEffect(() => transport.subscribe('manager/shop', setShop), [transport]);
  return shop;
}
