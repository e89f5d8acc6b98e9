import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Modal } from '../../components/modal.tsx';
import { ChangePin } from '../setup/change-pin.tsx';
import { useActions, useView } from '../till-context.ts';
import styles from './dialog.module.css';

/** Asks a manager with a short PIN for a new one, at each entry until there is one. */
export function OwnPin({ personId }: { readonly personId: string }): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const { operators } = useView();
  const person = operators.find(({ id }) => id === personId);
  if (person === undefined) return null;
  const leave = (): void => {
    actions.clearError();
    actions.open(null);
  };
  return (
    <Modal screen="own-pin" title={t('ownPin.title', { name: person.name })}>
      <p className={styles.lead}>{t('ownPin.lead')}</p>
      <ChangePin person={person} proofs={['own']} home onDone={leave} />
      <Button kind="quiet" hotkey="Escape" onPress={leave}>
        {t('ownPin.later')}
      </Button>
    </Modal>
  );
}
