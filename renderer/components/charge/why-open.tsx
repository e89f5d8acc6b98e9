import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import type { WhyOpen as Why } from '../../../shared/contract/open-item.ts';

/** Why a charge is not done with, in words; nothing when it is. A charge that a manager signed for is named until evidence has come. */
export function WhyOpen({
  why,
  forced,
}: {
  readonly why: Why | null;
  readonly forced: ChargeView['forced'];
}): ReactNode {
  const { t } = useTranslation();
  return why === null ? null : <span data-why={why}>{t(`open.${why}`, { name: forced?.by ?? '' })}</span>;
}
