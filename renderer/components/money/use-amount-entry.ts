import { useReducer } from 'react';
import type { Centavos } from '../../../shared/domain/money/centavos.ts';
import {
  EMPTY_ENTRY,
  enterAmount,
  filledEntry,
  type AmountEntry,
  type EntryAction,
} from '../../../shared/domain/money/digit-entry.ts';

/** Keeps what a money field of a form holds. `filled` is the amount in it at first, `limit` the largest that it takes. */
export function useAmountEntry(
  limit: Centavos,
  filled: Centavos | null = null,
): readonly [AmountEntry, (action: EntryAction) => void] {
  const reduce = (entry: AmountEntry, action: EntryAction): AmountEntry => enterAmount(entry, action, limit);
  return useReducer(reduce, filled === null ? EMPTY_ENTRY : filledEntry(filled));
}
