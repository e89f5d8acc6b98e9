import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../components/text-field.tsx';

/** Where a manager signs what only a manager may change. */
export function ManagerPinField({
  value,
  home = false,
  onChange,
}: {
  readonly value: string;
  readonly home?: boolean;
  readonly onChange: (pin: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <TextField
      label={t('signed.pin')}
      kind="pin"
      maxLength={12}
      value={value}
      home={home}
      onChange={onChange}
    />
  );
}
