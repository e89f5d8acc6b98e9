import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiaryEntry } from '../../../shared/contract/closing.ts';
import type { NoticeCode } from '../../../shared/domain/notice/notice-code.ts';
import { MINUTE } from '../../../shared/kernel/time.ts';
import { money } from '../../components/amount.tsx';
import { ptBR } from '../../i18n/pt-br/index.ts';
import { meaningText } from '../../i18n/why-text.ts';
import { zoneName } from '../../i18n/zone-name.ts';

type Value = DiaryEntry['detail'][string];
type Setting = keyof typeof ptBR.setting;
type KeyChange = Exclude<keyof typeof ptBR.gatewayChange, 'clientId'>;

/** What an entry carries beside its kind, in words: a reason, a name, or each setting as it became. */
export function Said({ kind, detail }: Pick<DiaryEntry, 'kind' | 'detail'>): ReactNode {
  const { t } = useTranslation();
  /** A setting of another version without words here is shown by its key. */
  const nameOf = (key: string): string =>
    Object.hasOwn(ptBR.setting, key) ? t(`setting.${key as Setting}`) : key;
  const valueOf = (key: string, value: Value): string => {
    if (value === null || value === '') return t('settingValue.none');
    if (key === 'autoLockMinutes') return t('settingValue.minutes', { minutes: Number(value) });
    if (key === 'timeLimitMs') return t('settingValue.minutes', { minutes: Number(value) / MINUTE });
    if (['maxAmount', 'refundLimit', 'refundDayLimit'].includes(key)) return money(Number(value));
    if (key === 'zone') return zoneName(t, String(value));
    if (key === 'family') return t(value === 'orderv' ? 'settingValue.orderv' : 'settingValue.order');
    return String(value);
  };
  const connection = ({ change, host, clientIdEnd }: DiaryEntry['detail']): Value[] => [
    t(`gatewayChange.${change as KeyChange}`),
    host ?? null,
    typeof clientIdEnd === 'string' && clientIdEnd !== ''
      ? t('gatewayChange.clientId', { end: clientIdEnd })
      : null,
  ];
  const said =
    kind === 'settings-changed'
      ? Object.entries(detail).map(([key, value]) => `${nameOf(key)}: ${valueOf(key, value)}`)
      : kind === 'gateway-changed'
        ? connection(detail)
        : kind === 'notice-signed'
          ? [t(`notice.${detail['code'] as NoticeCode}`, { detail: String(detail['detail']) })]
          : [
              // The first token has no name.
              kind === 'program-revoked' && detail['id'] === null ? t('programs.first') : null,
              kind === 'till-locked' && detail['cause'] === 'idle' ? t('lockCause.idle') : null,
              // Of a settlement without proof, and of a person who was added or changed.
              detail['outcome'] === 'paid' || detail['outcome'] === 'not-paid'
                ? t(`outcome.${detail['outcome']}`)
                : null,
              detail['reason'],
              meaningText(t, String(detail['message'] ?? '')),
              ...['who', 'from', 'name', 'secondBy'].map((key) => detail[key]),
              detail['role'] === 'manager' || detail['role'] === 'operator'
                ? t(`role.${detail['role']}`)
                : null,
            ];
  return <small>{said.filter((text) => typeof text === 'string' && text !== '').join(' · ')}</small>;
}
