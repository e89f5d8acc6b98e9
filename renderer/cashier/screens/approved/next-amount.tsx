import type { ReactNode } from 'react';
import type { ChargeView } from '../../../../shared/contract/charge-view.ts';
import { FEWEST_SIGNS, SCANNER_GAP_MS } from '../../../../shared/domain/scanner/burst.ts';
import { bursts } from '../../../components/keys/burst-watch.ts';
import { useKeys } from '../../../components/keys/use-keys.ts';
import { useActions, useCashier } from '../../till-context.ts';

const DIGITS = [...'0123456789'];

/** A hand types its second digit later than a scanner its fourth, ms. */
const HAND_OR_SCANNER_MS = SCANNER_GAP_MS * FEWEST_SIGNS;

/**
 * The first digit over a paid sale finalizes it and begins the next one, and counts. A digit of a barcode scanner finalizes
 * nothing.
 */
export function NextAmount({ charge }: { readonly charge: ChargeView }): ReactNode {
  const actions = useActions();
  const { ui } = useCashier();
  const type = (digit: string): void => {
    actions.type(digit, bursts.now());
    if (ui.getState().isNextSale) return;
    ui.setState({ isNextSale: true });
    setTimeout(() => {
      if (bursts.now().signs.length < FEWEST_SIGNS) void actions.finalizeForNext(charge);
      else actions.dropNext();
    }, HAND_OR_SCANNER_MS);
  };
  useKeys(Object.fromEntries(DIGITS.map((digit) => [digit, () => type(digit)])));
  return null;
}
