import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceGroup } from '../../components/choice-group.tsx';
import { TextField } from '../../components/text-field.tsx';
import { GATEWAY_BASE_URLS } from '../../../shared/domain/gateway/base-urls.ts';
import type { ConnectionDraft } from './connection-draft.ts';
import styles from './form.module.css';

/** Shows the fields of a connection: address and keys. */
export function ConnectionFields({
  draft,
  onChange,
  shown,
  beside,
}: {
  readonly draft: ConnectionDraft;
  readonly onChange: (draft: ConnectionDraft) => void;
  /** Shows the keys as they are typed. */
  readonly shown: boolean;
  /** A field beside the last key, so that the form fits a small screen. */
  readonly beside: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const kind = shown ? 'text' : 'secret';
  const change = (patch: Partial<ConnectionDraft>): void => onChange({ ...draft, ...patch });
  return (
    <>
      <ChoiceGroup
        label={t('connection.address')}
        value={draft.preset}
        home
        onChange={(preset) => change({ preset })}
        choices={[
          { value: 'production', label: t('connection.production') },
          { value: 'staging', label: t('connection.staging') },
          { value: 'other', label: t('connection.other') },
        ]}
      />
      {draft.preset === 'other' ? (
        <TextField
          label={t('connection.url')}
          value={draft.url}
          maxLength={200}
          onChange={(url) => change({ url })}
        />
      ) : (
        <p className={styles.lead}>{GATEWAY_BASE_URLS[draft.preset]}</p>
      )}
      <TextField
        label={t('connection.accessKey')}
        kind={kind}
        maxLength={600}
        value={draft.accessKey}
        onChange={(accessKey) => change({ accessKey })}
      />
      <TextField
        label={t('connection.secretKey')}
        kind={kind}
        maxLength={600}
        value={draft.secretKey}
        onChange={(secretKey) => change({ secretKey })}
      />
      <div className={beside === null ? undefined : styles.pair}>
        <TextField
          label={t('connection.clientId')}
          kind={kind}
          maxLength={600}
          value={draft.clientId}
          onChange={(clientId) => change({ clientId })}
        />
        {beside}
      </div>
    </>
  );
}
