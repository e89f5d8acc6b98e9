import '../styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PortContext } from '../calls/port-context.ts';
import { useToldShop } from '../calls/use-told-shop.ts';
import { followTheme } from '../stores/theme.ts';
import { ErrorBoundary } from '../components/error-boundary.tsx';
import { keepFocusHome } from '../components/focus-home.ts';
import { bursts } from '../components/keys/burst-watch.ts';
import { keyLayers } from '../components/keys/use-keys.ts';
import { listenToKeys } from '../components/keys/listen-to-keys.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { ManagerApp } from '../manager/manager-app.tsx';
import { createMemory } from '../manager/memory.ts';
import { electronPort } from '../port/electron-port.ts';
import { App } from './app.tsx';
import { Broken } from './screens/broken.tsx';
import { createCashier } from './create-cashier.ts';
import { lockWhenIdle } from './lock-when-idle.ts';
import type { ManagerSlot } from './screen-router.tsx';
import { CashierContext } from './till-context.ts';
import { followWithSounds } from './sounds/follow-with-sounds.ts';

startI18n('cashier');
followTheme();
const port = electronPort();
const cashier = createCashier(port);
cashier.follow();
followWithSounds(cashier);
lockWhenIdle(cashier);
listenToKeys(keyLayers, bursts);
keepFocusHome();

const memory = createMemory();
/** The one place where the cashier's window and the manager's screens meet. */
const Manager: ManagerSlot = (given) => (
  <ManagerApp port={port} shop={useToldShop(port)} memory={memory} {...given} />
);

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <PortContext value={port}>
      <CashierContext value={cashier}>
        <ErrorBoundary fallback={<Broken />}>
          <App manager={Manager} />
        </ErrorBoundary>
      </CashierContext>
    </PortContext>
  </StrictMode>,
);
