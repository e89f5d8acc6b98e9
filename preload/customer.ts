import { contextBridge } from 'electron';
import { createCoreLink } from './core-link.ts';
import { createCustomerBridge } from './customer-bridge.ts';
import { connect } from './page-port.ts';

const core = createCoreLink();
const bridge = createCustomerBridge(core);
connect(core);
contextBridge.exposeInMainWorld('balcao', bridge);
