import type { IpcRenderer } from 'electron';
import { control, CONTROL_EVENTS } from '../shared/contract/control.ts';
import { CHANNELS } from '../shared/rpc/channels.ts';
import type { ControlEventName, ControlInput, ControlName, ControlReply } from '../shared/rpc/bridge.ts';
import type { Cancel } from '../shared/kernel/time.ts';

/** True for the name of a call to main. */
export const isControlMethod = (name: string): name is ControlName => Object.hasOwn(control, name);
/** True for the name of an event of main. */
export const isControlEvent = (name: string): name is ControlEventName => Object.hasOwn(CONTROL_EVENTS, name);

/** Calls to main and its pushes. */
export interface ControlPlane {
  invoke<M extends ControlName>(method: M, input: ControlInput<M>): Promise<ControlReply<M>>;
  subscribe(name: ControlEventName, listener: (payload: unknown) => void): Cancel;
}

/** States, in contrast to moments: who listens late still gets the present one. */
const STATES: readonly ControlEventName[] = ['core/state', 'displays/changed'];

/** Creates the calls to main and its events over Electron's messages. */
export function createControlPlane(ipc: Pick<IpcRenderer, 'invoke' | 'on'>): ControlPlane {
  const listeners = new Map<ControlEventName, Set<(payload: unknown) => void>>();
  const latest = new Map<ControlEventName, unknown>();

  ipc.on(CHANNELS.controlEvent, (_, name: unknown, raw: unknown) => {
    if (typeof name !== 'string' || !isControlEvent(name)) return;
    const payload = CONTROL_EVENTS[name].safeParse(raw);
    if (!payload.success) return;
    if (STATES.includes(name)) latest.set(name, payload.data);
    for (const listener of listeners.get(name) ?? []) listener(payload.data);
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
