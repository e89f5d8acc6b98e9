import type { ToCore } from '../../../../shared/rpc/core-process.ts';
import type { CoreProcess, ProcessEvents, StartProcess } from '../../../../main/supervisor/core-process.ts';

export interface FakeCore extends CoreProcess {
  readonly events: ProcessEvents;
  readonly sent: ToCore[];
  readonly ports: { portId: number; role: string }[];
  readonly closed: number[];
  wasKilled: boolean;
}

/** Starts processes that do nothing but remember, and end when the test says so. */
export function fakeCores(): { startProcess: StartProcess; started: FakeCore[]; last(): FakeCore } {
  const started: FakeCore[] = [];
  const startProcess: StartProcess = (events) => {
    const core: FakeCore = {
      pid: 1000 + started.length,
      events,
      sent: [],
      ports: [],
      closed: [],
      wasKilled: false,
      send: (message) => void core.sent.push(message),
      openPort: (portId, role) => void core.ports.push({ portId, role }),
      closePort: (portId) => void core.closed.push(portId),
      kill() {
        core.wasKilled = true;
        events.ended({ code: null, reason: 'SIGKILL' });
      },
    };
    started.push(core);
    return core;
  };
  return { startProcess, started, last: () => started.at(-1) as FakeCore };
}
