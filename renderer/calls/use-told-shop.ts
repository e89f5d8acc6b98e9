import { useEffect, useState } from 'react';
import type { ShopView } from '../../shared/contract/shop.ts';
import type { Transport } from '../port/transport.ts';

/** The shop as the core tells it over this transport, followed while the component is drawn; null until it is told. */
export function useToldShop(transport: Transport): ShopView | null {
  const [shop, setShop] = useState<ShopView | null>(null);
  useEffect(() => transport.subscribe('manager/shop', setShop), [transport]);
  return shop;
}
