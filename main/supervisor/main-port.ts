import type { MessagePortMain } from 'electron';
import type { FramePort } from '../../shared/rpc/frames.ts';
import { createClient, type CoreClient } from '../../shared/rpc/client.ts';
import type { Supervisor } from './supervisor.ts';

/** Creates main's client of the core. Null while no core runs. */
export function keepCoreClient(supervisor: Supervisor): () => CoreClient | null {
  let client: CoreClient | null = null;
  supervisor.onStarted(() => {
    const port = supervisor.openPort('main');
    client = port === null ? null : createClient(framePort(port.end));
  });
  supervisor.onEnded(() => {
    client?.drop();
    client = null;
  });
  return () => client;
}

function framePort(port: MessagePortMain): FramePort {
  return {
    post: (frame) => port.postMessage(frame),
    receive(handler) {
      port.on('message', (event) => handler(event.data));
      port.start();
    },
    close: () => port.close(),
  };
}
