import type { ChildProcess, fork as Fork } from 'node:child_process';
import type { ToCore } from '../../shared/rpc/core-process.ts';
import type { CoreNode } from './core-node.ts';
import type { CoreProcess, ProcessEvents, StartProcess } from './core-process.ts';
import { createRelay, type Relay } from './relay.ts';

export interface ChildCoreOptions {
  readonly fork: typeof Fork;
  /** The Node that runs the core. */
  readonly node: CoreNode;
  readonly modulePath: string;
  readonly env: Record<string, string>;
}

const FLAGS: readonly string[] = [
  // V8 keeps new objects in a space that grows to 16 MB, of which the core uses 3. With this limit the core holds 8 to 13 MB
  // less (docs/performance.md).
  '--max-semi-space-size=1',
  // Without it the signal opens a debugger on loopback, where every account of the machine could read the keys.
  '--disable-sigusr1',
];

/**
 * Creates the core as a child process with its own Node. It cannot get a MessagePort, so main keeps the port and relays its
 * frames over the IPC channel.
 */
export function childCore({ fork, node, modulePath, env }: ChildCoreOptions): StartProcess {
  return (events) => {
    if (!node.isSame()) return notStarted(events, 'node-changed');
    const options = {
      execPath: node.path,
      execArgv: [...FLAGS],
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'] as ['ignore', 'pipe', 'pipe', 'ipc'],
      // Two versions of Node talk here. JSON means the same to both.
      serialization: 'json' as const,
      // Node for Windows is a program of the console, which would get a window.
      windowsHide: true,
    };
    const child = fork(modulePath, [], options);
    const send = (message: ToCore): void => {
      // With the callback, a message to a core that just died raises no error event.
      if (child.connected) child.send(message, () => undefined);
    };
    const relay = createRelay(send);
    child.on('message', (message) => {
      if (!relay.deliver(message)) events.message(message);
    });
    child.stdout?.on('data', (text: Buffer) => events.wrote(text.toString()));
    child.stderr?.on('data', (text: Buffer) => events.wrote(text.toString()));
    let hasEnded = false;
    const ended = (code: number | null, reason: string | null): void => {
      if (hasEnded) return;
      hasEnded = true;
      relay.closeAll();
      events.ended({ code, reason });
    };
    child.once('exit', (code, signal) => ended(code, signal));
    // The program could not be started. No `exit` follows.
    child.once('error', (error) => {
      if (child.pid === undefined) ended(null, error.message);
    });
    return asCore(child, send, relay);
  };
}

function asCore(child: ChildProcess, send: (message: ToCore) => void, relay: Relay): CoreProcess {
  return {
    pid: child.pid,
    send,
    openPort(portId, role, end) {
      send({ t: 'open-port', portId, role });
      relay.open(portId, end);
    },
    closePort: (portId) => relay.close(portId),
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Returns a core that never ran. Its end is reported when the caller has it. */
function notStarted(events: ProcessEvents, reason: string): CoreProcess {
  setImmediate(() => events.ended({ code: null, reason }));
  return {
    pid: undefined,
    send: () => undefined,
    openPort: (_portId, _role, end) => end.close(),
    closePort: () => undefined,
    kill: () => undefined,
  };
}
