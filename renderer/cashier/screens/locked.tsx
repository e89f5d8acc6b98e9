import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../components/screen.tsx';
import { clockTime } from '../../i18n/clock-time.ts';
import { useActions, useView } from '../till-context.ts';
import { PeopleList } from './sign-in/people-list.tsx';
import { PinEntry } from './sign-in/pin-entry.tsx';
import styles from './sign-in.module.css';

/**
 * Shows that the till is locked, and nothing of its charges. The operator comes back with the PIN. Another person takes over the
 * shift with the own PIN.
 */
export function Locked(): ReactNode {
  const { t } = useTranslation();
  const { operators, operator, shift, zone } = useView();
  const actions = useActions();
  const [chosenId, setChosenId] = useState<string | null>(operator?.id ?? null);
  const chosen = operators.find(({ id }) => id === chosenId);
  const choose = (id: string | null): void => {
    actions.clearError();
    setChosenId(id);
  };
  const isTakeOver = chosen !== undefined && chosen.id !== operator?.id;
  return (
    <Screen name="locked">
      <div className={styles.panel}>
        <h1>{t('locked.title')}</h1>
        <p className={styles.lead}>
          {isTakeOver
            ? t('locked.takeOver', { name: chosen.name, from: operator?.name ?? '' })
            : t('locked.since', {
                name: operator?.name ?? '',
                time: clockTime(shift?.lockedSince ?? 0, zone),
              })}
        </p>
        {chosen === undefined ? (
          <PeopleList onChoose={choose} />
        ) : (
          <PinEntry
            operator={chosen}
            method="session/unlock"
            confirm={t(isTakeOver ? 'locked.takeOverAct' : 'locked.unlock')}
            {...(operators.length < 2 ? {} : { onBack: () => choose(null) })}
          />
        )}
      </div>
    </Screen>
  );
}
