import { contextBridge, ipcRenderer } from 'electron';
import { createCashierBridge } from './cashier-bridge.ts';
import { createControlPlane } from './control-plane.ts';
import { createCoreLink } from './core-link.ts';
import { connect } from './page-port.ts';

const core = createCoreLink();
const bridge = createCashierBridge(createControlPlane(ipcRenderer), core);
connect(core);
contextBridge.exposeInMainWorld('balcao', bridge);
