import { useTranslation } from 'react-i18next';
import type { DiaryEntry } from '../../shared/contract/closing.ts';

/**
 * Returns a function that says how a request came, with the program that sent it: "pela API (ERP-X 2.1)". Returns null for a
 * request at a window, and for what Balcão does by itself.
 */
export function useViaText(): (via: DiaryEntry['via']) => string | null {
  const { t } = useTranslation();
  return (via) => {
    if (via === null || via.channel === 'window') return null;
    const way = t(`via.${via.channel}`);
    return via.client === undefined ? way : `${way} (${via.client})`;
  };
}
