import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { useActions } from '../../till-context.ts';
import styles from './sign-in-foot.module.css';

/** Shows the actions that are possible while no person is signed in. */
export function SignInFoot(): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  return (
    <div className={styles.foot}>
      <Button kind="quiet" hotkey="F1" onPress={() => actions.open({ kind: 'settings' })}>
        {t('menu.settings')}
      </Button>
      <Button kind="quiet" hotkey="Ctrl+Q" onPress={() => void actions.quit()}>
        {t('menu.quit')}
      </Button>
    </div>
  );
}
