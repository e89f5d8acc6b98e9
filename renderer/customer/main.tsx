import '../styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { customerBridge } from '../port/electron-port.ts';
import { followLanguage } from '../i18n/language.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { createCustomerStore, followCore } from '../stores/customer-store.ts';
import { followTheme } from '../stores/theme.ts';
import { warmUpQr } from '../components/qr/warm-up.ts';
import { ErrorBoundary } from '../components/error-boundary.tsx';
import { afterPaint } from './after-paint.ts';
import { App } from './app.tsx';
import { Broken } from './broken.tsx';
import type { Shows } from '../components/customer-page/shown.ts';

startI18n('customer');
followTheme();
followLanguage();
const bridge = customerBridge();
const store = createCustomerStore();
followCore(store, bridge);
const acknowledge = (shows: Shows): void => bridge.ack({ shows });

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary fallback={<Broken onShown={acknowledge} />}>
      <App store={store} onShown={acknowledge} />
    </ErrorBoundary>
  </StrictMode>,
);
afterPaint(warmUpQr);
