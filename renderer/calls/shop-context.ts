import { createContext, useContext } from 'react';
import type { ShopView } from '../../shared/contract/shop.ts';

/** The shop that the screens below look at. */
export const ShopContext = createContext<ShopView | null>(null);

/** Returns the shop's view. */
export function useShop(): ShopView {
  const shop = useContext(ShopContext);
  if (shop === null) throw new Error('no shop around this component');
  return shop;
}
