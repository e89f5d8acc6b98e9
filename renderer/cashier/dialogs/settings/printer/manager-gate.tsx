import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../../calls/use-act.ts';
import { useSigners } from '../../../../calls/signers-context.ts';
import { usePinWait } from '../../../../calls/use-pin-wait.ts';
import { Button } from '../../../../components/button.tsx';
import { PinTrouble } from '../../../../components/pin-trouble.tsx';
import { SignatureFields } from '../../../../components/signature/signature-fields.tsx';
import { useSignature } from '../../../../components/signature/use-signature.ts';
import styles from '../../../setup/form.module.css';

/** Asks which manager signs and for the PIN before the printer can be tested or set up. */
export function ManagerGate({ onEntered }: { readonly onEntered: () => void }): ReactNode {
  const { t } = useTranslation();
  const { act, busy, error } = useAct();
  const seconds = usePinWait(error);
  const signature = useSignature(useSigners());
  const enter = async (): Promise<void> => {
    const reply = await act('manager/enter', { pin: signature.pin, ...signature.named });
    signature.clear();
    if (reply?.ok === true) onEntered();
  };
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <p className={styles.lead}>{t('printerSetup.managerLead')}</p>
      <SignatureFields signature={signature} home />
      <PinTrouble error={error} seconds={seconds} />
      <Button
        kind="primary"
        hotkey="Enter"
        disabled={busy || seconds > 0 || !signature.isReady}
        onPress={() => void enter()}
      >
        {t('act.continue')}
      </Button>
    </form>
  );
}
