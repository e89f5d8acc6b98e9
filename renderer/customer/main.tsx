import '../styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { customerBridge } from '../api/bridge.ts';
import { followLanguage } from '../i18n/language.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { createCustomerStore, followCore } from '../stores/customer-store.ts';
import { App } from './app.tsx';

startI18n();
followLanguage();
const bridge = customerBridge();
const store = createCustomerStore();
followCore(store, bridge);

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <App store={store} onShown={(shows) => bridge.ack({ shows })} />
  </StrictMode>,
);
