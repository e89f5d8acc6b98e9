import { useTranslation } from 'react-i18next';

const REASONS = ['exchange', 'changedMind', 'wrongAmount', 'other'] as const;

/** Returns the common reasons of a refund, as they are written to the ledger. */
export function useRefundReasons(): readonly string[] {
  const { t } = useTranslation();
  return REASONS.map((reason) => t(`refund.reasons.${reason}`));
}
