import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../components/screen.tsx';
import { ConnectionForm } from '../setup/connection-form.tsx';
import { PersonForm } from '../setup/person-form.tsx';
import { ShopForm } from '../setup/shop-form.tsx';
import { useCashier, useView } from '../till-context.ts';
import { ChooseMode } from './first-run/choose-mode.tsx';
import { AddOperators } from './first-run/add-operators.tsx';
import styles from './first-run.module.css';

type Step = 'mode' | 'connect' | 'shop' | 'manager' | 'operators';

const STEPS: readonly Step[] = ['connect', 'shop', 'manager', 'operators'];

/** Training in one key; the real gateway in four steps. */
export function FirstRun(): ReactNode {
  const { t } = useTranslation();
  const { ui } = useCashier();
  const view = useView();
  const [step, setStep] = useState<Step>(() => startOf(view));
  const [isNamed, setIsNamed] = useState(false);
  const goTo = (next: Step): void => {
    ui.setState({ error: null, settingUp: next !== 'mode' });
    setStep(next);
  };
  const finish = (): void => ui.setState({ error: null, settingUp: false });
  const connected = (): void => {
    goTo('shop');
    // A shop whose keys had been lost has its names and its people.
    if (view.keysGuarded) finish();
  };
  return (
    <Screen name="first-run" key={step}>
      <div className={styles.panel} data-step={step}>
        {step === 'mode' ? null : (
          <h1 className={styles.step}>
            {t('firstRun.step', { step: STEPS.indexOf(step) + 1, of: STEPS.length })}
          </h1>
        )}
        {step === 'mode' ? <ChooseMode onConnect={() => goTo('connect')} /> : null}
        {step === 'connect' ? (
          <ConnectionForm
            onSaved={connected}
            onBack={() => goTo(view.mode === 'production' ? 'shop' : 'mode')}
          />
        ) : null}
        {step === 'shop' ? (
          <ShopForm
            isNamed={isNamed}
            onBack={() => goTo('connect')}
            onSaved={() => {
              setIsNamed(true);
              goTo('manager');
            }}
          />
        ) : null}
        {step === 'manager' ? (
          <PersonForm role="manager" onBack={() => goTo('shop')} onAdded={() => goTo('operators')} />
        ) : null}
        {step === 'operators' ? <AddOperators onFinish={finish} /> : null}
      </div>
    </Screen>
  );
}

/** Continues a first run that was interrupted after the connection and before the first person. */
function startOf(view: ReturnType<typeof useView>): Step {
  return view.mode === 'production' ? 'shop' : 'mode';
}
