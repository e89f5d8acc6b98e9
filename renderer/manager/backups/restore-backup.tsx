import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupView } from '../../../shared/contract/closing.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { formatDateTime } from '../../../shared/domain/business-day/format-time.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { useShop } from '../../calls/shop-context.ts';
import { SignedForm } from '../../components/signed-form.tsx';

/** The way back to a copy: what will happen, why it is done, and the manager's PIN. */
export function RestoreBackup({
  backup,
  onDone,
}: {
  readonly backup: BackupView;
  readonly onDone: (restored: Output<'backup/restore'> | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { zone } = useShop();
  const when = formatDateTime(epochMs(backup.madeAt), zone);
  return (
    <SignedForm
      screen="restore-backup"
      title={t('backups.title', { when })}
      level="alarm"
      wide
      lead={t('backups.lead')}
      reason={{ label: t('backups.reason') }}
      confirm={t('backups.restore')}
      kind="danger"
      method="backup/restore"
      input={({ reason, signed }) => ({ name: backup.name, reason, ...signed })}
      onBack={() => onDone(null)}
      onDone={onDone}
    />
  );
}
