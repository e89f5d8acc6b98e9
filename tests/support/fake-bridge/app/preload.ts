/** `window.balcao` with fixtures behind it, driven by the test over one channel. Serves both windows. */
import { contextBridge, ipcRenderer } from 'electron';

type Listener = (payload: unknown) => void;

const listeners = new Map<string, Set<Listener>>();
/** The present values of these views. A subscriber gets one at once, as from the core. Other names are events. */
const VIEWS: readonly string[] = ['till/view', 'manager/shop', 'customer/view', 'report/progress'];
const present = new Map<string, unknown>();
const acks: unknown[] = [];
let replies: Readonly<Record<string, unknown>> = {};

ipcRenderer.on('fake:replies', (_event, next: typeof replies) => {
  replies = next;
});
ipcRenderer.on('fake:push', (_event, topic: string, payload: unknown) => {
  if (VIEWS.includes(topic)) present.set(topic, payload);
  for (const listener of listeners.get(topic) ?? []) listener(payload);
});

contextBridge.exposeInMainWorld('balcao', {
  invoke: (method: string): Promise<unknown> =>
    Promise.resolve(replies[method] ?? { ok: false, error: { code: 'internal', message: method } }),
  subscribe(topic: string, listener: Listener) {
    const those = listeners.get(topic) ?? new Set();
    listeners.set(topic, those.add(listener));
    if (present.has(topic)) listener(present.get(topic));
    return () => those.delete(listener);
  },
  ack: (payload: unknown) => acks.push(payload),
});
contextBridge.exposeInMainWorld('balcaoAcks', () => acks);
