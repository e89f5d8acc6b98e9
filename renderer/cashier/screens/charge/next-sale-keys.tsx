import type { ReactNode } from 'react';
import { useKeys } from '../../../components/keys/use-keys.ts';
import { useActions } from '../../till-context.ts';

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Typing an amount while a charge is open means the next sale: it leads to the settle screen, never to nothing. */
export function NextSaleKeys(): ReactNode {
  const actions = useActions();
  useKeys(Object.fromEntries(DIGITS.map((key) => [key, () => actions.settle('next-sale')])));
  return null;
}
