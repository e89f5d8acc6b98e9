import { ipcRenderer } from 'electron';
import { CHANNELS } from '../shared/rpc/channels.ts';
import type { FramePort } from '../shared/rpc/frames.ts';
import type { CoreLink } from './core-link.ts';

/** Asks main for this page's port, and follows each change of it. The port never reaches the page. */
export function connect(link: CoreLink): void {
  let current: MessagePort | null = null;
  ipcRenderer.on(CHANNELS.port, (event) => {
    const [port] = event.ports;
    if (port === undefined) return;
    current = port;
    // Sooner than main's word where the core's own end breaks.
    port.addEventListener('close', () => {
      if (current === port) link.lose();
    });
    link.attach(framePort(port));
  });
  ipcRenderer.on(CHANNELS.portLost, () => link.lose());
  ipcRenderer.send(CHANNELS.portRequest);
}

function framePort(port: MessagePort): FramePort {
  return {
    post: (frame) => port.postMessage(frame),
    receive(handler) {
      port.addEventListener('message', (event) => handler(event.data));
      port.start();
    },
    close: () => port.close(),
  };
}
