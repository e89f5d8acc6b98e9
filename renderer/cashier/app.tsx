import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillView } from '../../shared/contract/views.ts';
import { SignersContext } from '../calls/signers-context.ts';
import { TrainingBand } from '../components/training-band.tsx';
import { useTitle } from '../components/use-title.ts';
import { Overlays } from './overlays.tsx';
import { screenOf } from './screen-of.ts';
import { ScreenRouter, type ManagerSlot } from './screen-router.tsx';
import { Header } from './shell/header.tsx';
import { LiveRegions } from './shell/live-regions.tsx';
import { KeyHelp } from './shell/key-help.tsx';
import { Side } from './shell/side.tsx';
import { Strips } from './shell/strips.tsx';
import { useTill, useUi } from './till-context.ts';
import { titleOf } from './title-of.ts';
import styles from './app.module.css';

/** The cashier's window: one screen, the day beside it, and what may lie above both. */
export function App({ manager }: { readonly manager: ManagerSlot }): ReactNode {
  const { t } = useTranslation();
  const view = useTill((state) => state.view);
  const local = useUi((state) => state);
  const screen = screenOf(view, local);
  const open = view?.phase === 'open';
  const signers = {
    managers: view?.operators.filter(({ role }) => role === 'manager') ?? [],
    likelyId: likelySigner(view, local.manager),
    canChange: view?.mode === 'production',
  };
  const isSelling = open && screen.kind !== 'manager';
  const title = titleOf(screen);
  useTitle(title === null ? null : t(title));
  // Without a customer's screen the customer is shown this one.
  const isShown = 'charge' in screen && view?.customerSees === 'nothing';
  return (
    <SignersContext value={signers}>
      <div className={styles.window}>
        {view === null ? null : (
          <header className={styles.top}>
            {view.mode === 'training' && screen.kind !== 'first-run' ? (
              <TrainingBand>{t('training.band')}</TrainingBand>
            ) : null}
            {screen.kind === 'first-run' ? null : <Header />}
            {open ? <Strips /> : null}
          </header>
        )}
        <div className={!isSelling ? styles.alone : isShown ? styles.shown : styles.work}>
          <ScreenRouter screen={screen} manager={manager} />
          {isSelling ? <Side closed={isShown} /> : null}
        </div>
        <Overlays />
        <LiveRegions screen={screen} />
        <KeyHelp />
      </div>
    </SignersContext>
  );
}

/** Returns the id of the manager at the screens, by name, else of the person at the till. */
function likelySigner(view: TillView | null, atScreens: string | null): string | null {
  const manager = view?.operators.find(({ name }) => name === atScreens);
  return manager?.id ?? view?.operator?.id ?? null;
}
