const { contextBridge, ipcRenderer } = require('electron');

let port = null;
let hear = () => undefined;
ipcRenderer.once('port', ({ ports }) => {
  [port] = ports;
  port.onmessage = ({ data }) => hear(data);
});
contextBridge.exposeInMainWorld('line', {
  say: (text) => port?.postMessage(text),
  listen: (listener) => {
    hear = listener;
  },
});
