// The least app with the till's two windows: nothing in them, and a port between them that main relays.
const { app, BrowserWindow, Menu, MessageChannelMain, screen } = require('electron');
const { join } = require('node:path');

const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  spellcheck: false,
  backgroundThrottling: false,
  preload: join(__dirname, 'preload.cjs'),
};

function open(name, options) {
  const window = new BrowserWindow({ show: false, autoHideMenuBar: true, ...options, webPreferences });
  void window.loadFile(join(__dirname, `${name}.html`));
  const loaded = new Promise((resolve) => window.webContents.once('did-finish-load', resolve));
  return { window, loaded };
}

function portTo(window) {
  const { port1, port2 } = new MessageChannelMain();
  window.webContents.postMessage('port', null, [port2]);
  port1.start();
  return port1;
}

Menu.setApplicationMenu(null);
void app.whenReady().then(async () => {
  const first = screen.getPrimaryDisplay();
  const second = screen.getAllDisplays().find(({ id }) => id !== first.id) ?? first;
  const cashier = open('cashier', first.bounds);
  const customer = open('customer', { ...second.bounds, frame: false, focusable: false, alwaysOnTop: true });
  cashier.window.once('ready-to-show', () => {
    cashier.window.maximize();
    cashier.window.show();
    cashier.window.focus();
  });
  customer.window.once('ready-to-show', () => customer.window.showInactive());
  await Promise.all([cashier.loaded, customer.loaded]);
  const toCustomer = portTo(customer.window);
  portTo(cashier.window).on('message', ({ data }) => toCustomer.postMessage(data));
});
