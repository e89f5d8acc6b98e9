import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { KeyLevelContext } from '../../components/keys/use-keys.ts';
import { useActions, useView } from '../till-context.ts';
import { Today } from './today.tsx';
import styles from './side.module.css';

/**
 * The day at the right, and under it what can be done from every screen. Closed, the day is away, because a customer looks at
 * this monitor.
 */
export function Side({ closed }: { readonly closed: boolean }): ReactNode {
  const { t } = useTranslation();
  const view = useView();
  const actions = useActions();
  return (
    <aside className={styles.side}>
      {closed ? null : <Today />}
      <KeyLevelContext value="app">
        <nav className={styles.menu}>
          {view.mode === 'training' ? (
            <Button kind="quiet" hotkey="F11" onPress={() => actions.open({ kind: 'phone' })}>
              {t('phone.title')}
            </Button>
          ) : null}
          <Button kind="quiet" hotkey="F8" onPress={() => actions.open({ kind: 'receipt' })}>
            {t('receipt.title')}
          </Button>
          <Button kind="quiet" hotkey="F9" onPress={() => actions.open({ kind: 'manager-pin' })}>
            {t('role.manager')}
          </Button>
          <Button kind="quiet" hotkey="F12" onPress={() => actions.open({ kind: 'leave-till' })}>
            {t('leave.menu')}
          </Button>
          <Button kind="quiet" hotkey="F1" onPress={() => actions.open({ kind: 'settings' })}>
            {t('menu.settings')}
          </Button>
        </nav>
      </KeyLevelContext>
    </aside>
  );
}
