import type { App, UtilityProcess, utilityProcess as Utility } from 'electron';
import type { CoreProcess, StartProcess } from './core-process.ts';

export interface UtilityCoreOptions {
  readonly utilityProcess: Pick<typeof Utility, 'fork'>;
  readonly app: Pick<App, 'on' | 'off'>;
  readonly modulePath: string;
  readonly env: Record<string, string>;
}

const SERVICE_NAME = 'Balcão core';

/** Creates the core as a utility process of Electron. It gets ports as objects. */
export function utilityCore({ utilityProcess, app, modulePath, env }: UtilityCoreOptions): StartProcess {
  return (events) => {
    const child = utilityProcess.fork(modulePath, [], {
      serviceName: SERVICE_NAME,
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
    });
    let reason: string | null = null;
    // `exit` has only a number. This event comes before it and has the reason (killed, oom, crashed).
    const gone = (_: unknown, details: Electron.Details): void => {
      if (details.type === 'Utility' && details.name === SERVICE_NAME) reason = details.reason;
    };
    app.on('child-process-gone', gone);
    child.on('message', (message: unknown) => events.message(message));
    child.stdout?.on('data', (text: Buffer) => events.wrote(text.toString()));
    child.stderr?.on('data', (text: Buffer) => events.wrote(text.toString()));
    child.once('exit', (code) => {
      app.off('child-process-gone', gone);
      events.ended({ code, reason });
    });
    return asCore(child);
  };
}

function asCore(child: UtilityProcess): CoreProcess {
  return {
    get pid() {
      return child.pid;
    },
    send: (message) => child.postMessage(message),
    openPort: (portId, role, end) => child.postMessage({ t: 'open-port', portId, role }, [end]),
    closePort: (portId) => child.postMessage({ t: 'close-port', portId }),
    kill: () => killHard(child),
  };
}

/** Kills the process. `kill()` of a utility process is SIGTERM, which does not end a core inside a system call. */
function killHard(child: UtilityProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(child.pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}
