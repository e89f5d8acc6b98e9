import type { IpcRenderer } from 'electron';
import { CHANNELS } from '../shared/rpc/channels.ts';
import { isControlEvent, isControlState } from '../shared/rpc/control-names.ts';
import type { ControlEventName, ControlInput, ControlName, ControlReply } from '../shared/rpc/bridge.ts';
import type { Cancel } from '../shared/kernel/time.ts';

/** Calls to main and its events. Main has checked the events. */
export interface ControlPlane {
  invoke<M extends ControlName>(method: M, input: ControlInput<M>): Promise<ControlReply<M>>;
  subscribe(name: ControlEventName, listener: (payload: unknown) => void): Cancel;
}

/** Creates the calls to main and its events over Electron's messages. */
export function createControlPlane(ipc: Pick<IpcRenderer, 'invoke' | 'on'>): ControlPlane {
  const listeners = new Map<ControlEventName, Set<(payload: unknown) => void>>();
  const latest = new Map<ControlEventName, unknown>();

  ipc.on(CHANNELS.controlEvent, (_, name: unknown, payload: unknown) => {
    if (typeof name !== 'string' || !isControlEvent(name)) return;
    if (isControlState(name)) latest.set(name, payload);
    for (const listener of listeners.get(name) ?? []) listener(payload);
  });

  return {
    async invoke(method, input) {
      try {
        return (await ipc.invoke(CHANNELS.control, method, input)) as ControlReply<typeof method>;
      } catch (error) {
        // Main answers with values; only an input that cannot be cloned, or a main that is leaving, gets here.
        const message = error instanceof Error ? error.message : String(error);
        return { ok: false, error: { code: 'internal', message } };
      }
    },
    subscribe(name, listener) {
      const group = listeners.get(name) ?? new Set();
      listeners.set(name, group.add(listener));
      if (latest.has(name)) listener(latest.get(name));
      return () => void group.delete(listener);
    },
  };
}
