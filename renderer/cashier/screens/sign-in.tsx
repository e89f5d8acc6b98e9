import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../components/screen.tsx';
import { useActions, useView } from '../till-context.ts';
import { PeopleList } from './sign-in/people-list.tsx';
import { PinEntry } from './sign-in/pin-entry.tsx';
import { SignInFoot } from './sign-in/sign-in-foot.tsx';
import styles from './sign-in.module.css';

/** Who is at the till: a number or the arrows, then the PIN. One person needs no choosing. */
export function SignIn(): ReactNode {
  const { t } = useTranslation();
  const { operators } = useView();
  const actions = useActions();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const only = operators.length === 1 ? operators[0] : undefined;
  const chosen = only ?? operators.find(({ id }) => id === chosenId);
  const choose = (id: string | null): void => {
    actions.clearError();
    setChosenId(id);
  };
  // The list and the PIN take turns on one screen: the focus follows, so that it is seen where the next key lands.
  return (
    <Screen name="sign-in">
      <div className={styles.panel}>
        <h1>{chosen === undefined ? t('signIn.title') : t('signIn.pin', { name: chosen.name })}</h1>
        {chosen === undefined ? (
          <PeopleList onChoose={choose} />
        ) : (
          <PinEntry
            operator={chosen}
            method="session/sign-in"
            confirm={t('act.signIn')}
            {...(only === undefined ? { onBack: () => choose(null) } : {})}
          />
        )}
      </div>
      <SignInFoot />
    </Screen>
  );
}
