import { EventEmitter } from 'node:events';
import type { MessagePortMain } from 'electron';

/** Two ends of a channel, as Electron's MessageChannelMain makes them: messages wait for `start`. */
export class FakePort extends EventEmitter {
  other: FakePort | null = null;
  readonly #waiting: unknown[] = [];
  #isStarted = false;
  isClosed = false;

  postMessage(data: unknown): void {
    if (!this.isClosed) this.other?.receive(data);
  }
  receive(data: unknown): void {
    if (this.isClosed) return;
    if (this.#isStarted) this.emit('message', { data });
    else this.#waiting.push(data);
  }
  start(): void {
    this.#isStarted = true;
    for (const data of this.#waiting.splice(0)) this.emit('message', { data });
  }
  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    const other = this.other;
    if (other === null || other.isClosed) return;
    other.isClosed = true;
    other.emit('close');
  }
}

export interface FakeChannel {
  readonly port1: FakePort & MessagePortMain;
  readonly port2: FakePort & MessagePortMain;
}

export function fakeChannel(): FakeChannel {
  const port1 = new FakePort();
  const port2 = new FakePort();
  port1.other = port2;
  port2.other = port1;
  return { port1, port2 } as unknown as FakeChannel;
}
