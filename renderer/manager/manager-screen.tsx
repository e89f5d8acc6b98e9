import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCashier, useUi } from '../cashier/till-context.ts';
import { Button } from '../components/button.tsx';
import { KeyLevelContext } from '../components/keys/use-keys.ts';
import { Screen } from '../components/screen.tsx';
import { go, usePlace } from './address.ts';
import { Backups } from './backups/backups.tsx';
import { Closings } from './closings/closings.tsx';
import { Day } from './day/day.tsx';
import { Diary } from './diary/diary.tsx';
import { Payment } from './payments/payment.tsx';
import { Payments } from './payments/payments.tsx';
import { useAttendance } from './use-attendance.ts';
import styles from './manager.module.css';

/** The manager's screens, in the cashier's window while nothing stands on the counter. */
export function ManagerScreen(): ReactNode {
  const { t } = useTranslation();
  const { bridge, ui } = useCashier();
  const name = useUi((state) => state.manager);
  const place = usePlace();
  const leave = (): void => {
    // Not one of the acts that keep the others waiting: the next sale is typed at once, and its Enter must not be lost.
    void bridge.invoke('manager/leave', {});
    ui.setState({ manager: null });
  };
  useAttendance(leave);
  return (
    <Screen name="manager" compact>
      <div className={styles.frame} data-section={place.section}>
        <KeyLevelContext value="app">
          <nav className={styles.nav} aria-label={t('manager.title')}>
            <h1>
              {t('manager.title')} · {name}
            </h1>
            <Button
              hotkey="F2"
              kind={place.section === 'day' ? 'primary' : 'plain'}
              onPress={() => go({ section: 'day', day: null })}
            >
              {t('manager.day')}
            </Button>
            <Button
              hotkey="F3"
              kind={place.section.startsWith('payment') ? 'primary' : 'plain'}
              onPress={() => go({ section: 'payments', query: '' })}
            >
              {t('manager.payments')}
            </Button>
            <Button
              hotkey="F4"
              kind={place.section === 'closings' ? 'primary' : 'plain'}
              onPress={() => go({ section: 'closings' })}
            >
              {t('manager.closings')}
            </Button>
            <Button
              hotkey="F5"
              kind={place.section === 'diary' ? 'primary' : 'plain'}
              onPress={() => go({ section: 'diary' })}
            >
              {t('manager.diary')}
            </Button>
            <Button
              hotkey="Ctrl+B"
              kind={place.section === 'backups' ? 'primary' : 'plain'}
              onPress={() => go({ section: 'backups' })}
            >
              {t('manager.backups')}
            </Button>
            <Button hotkey="F9" kind="quiet" onPress={leave}>
              {t('manager.till')}
            </Button>
          </nav>
        </KeyLevelContext>
        {place.section === 'day' ? <Day day={place.day} onLeave={leave} /> : null}
        {place.section === 'closings' ? <Closings onLeave={leave} /> : null}
        {place.section === 'backups' ? <Backups onLeave={leave} /> : null}
        {place.section === 'diary' ? <Diary onLeave={leave} /> : null}
        {place.section === 'payments' ? (
          <Payments query={place.query} chosen={place.chosen ?? null} onLeave={leave} />
        ) : null}
        {place.section === 'payment' ? <Payment key={place.id} id={place.id} query={place.query} /> : null}
      </div>
    </Screen>
  );
}
