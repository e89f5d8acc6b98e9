import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';

export interface FakeContents extends WebContents {
  /** What was sent to the page: channel, then the arguments. */
  readonly sent: unknown[][];
  /** The ports that were handed to the page. */
  readonly handed: unknown[];
  destroyNow(): void;
}

let nextId = 1;

/** A page's contents, as far as main's side of the messages goes. */
export function fakeContents(): FakeContents {
  const sent: unknown[][] = [];
  const handed: unknown[] = [];
  let isGone = false;
  const contents = Object.assign(new EventEmitter(), {
    id: nextId++,
    sent,
    handed,
    isDestroyed: () => isGone,
    send: (...args: unknown[]) => void sent.push(args),
    postMessage(channel: string, message: unknown, ports: unknown[]) {
      sent.push([channel, message]);
      handed.push(...ports);
    },
    destroyNow() {
      isGone = true;
      contents.emit('destroyed');
    },
  });
  return contents as unknown as FakeContents;
}
