import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClosingView } from '../../../shared/contract/closing.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { Button } from '../../components/button.tsx';
import { ClosingSheet } from '../../components/closing/closing-sheet.tsx';
import { Modal } from '../../components/modal.tsx';
import { useActions } from '../till-context.ts';

/** Shows the closing of the shift. Enter ends it, and the next person signs in. */
export function Closing({ closing }: { readonly closing: ClosingView }): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  return (
    <Modal screen="closing" title={t('closing.title')} wide>
      <ClosingSheet closing={closing} />
      <ActionBar>
        <Button kind="primary" hotkey="Enter" home onPress={() => actions.open(null)}>
          {t('act.done')}
        </Button>
      </ActionBar>
    </Modal>
  );
}
