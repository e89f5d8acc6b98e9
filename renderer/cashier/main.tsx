import '../styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { cashierBridge } from '../api/bridge.ts';
import { ErrorBoundary } from '../components/error-boundary.tsx';
import { keyLayers } from '../components/keys/use-keys.ts';
import { listenToKeys } from '../components/keys/listen-to-keys.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { App } from './app.tsx';
import { Broken } from './screens/broken.tsx';
import { createCashier } from './create-cashier.ts';
import { CashierContext } from './till-context.ts';
import { followWithSounds } from './sounds/follow-with-sounds.ts';

startI18n();
const cashier = createCashier(cashierBridge());
cashier.follow();
followWithSounds(cashier);
listenToKeys(keyLayers);

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <CashierContext value={cashier}>
      <ErrorBoundary fallback={<Broken />}>
        <App />
      </ErrorBoundary>
    </CashierContext>
  </StrictMode>,
);
