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
  // Not now: while the preload runs, main still sees the address of the page before, and refuses. The page's document
  // being there proves that main has heard of it; its scripts have not run yet.
  document.addEventListener('readystatechange', () => ipcRenderer.send(CHANNELS.portRequest), { once: true });
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
