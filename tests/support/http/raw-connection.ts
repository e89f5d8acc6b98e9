import { connect, type Socket } from 'node:net';

/** A connection whose bytes the test writes itself. */
export interface RawConnection {
  readonly socket: Socket;
  send(text: string | Buffer): void;
  /** What has arrived so far, each byte as one character. */
  received(): string;
  /** Resolves when what has arrived fits. */
  until(fits: (received: string) => boolean): Promise<string>;
  /** Resolves with everything that arrived when the connection ends. */
  readonly ended: Promise<string>;
}

/** Opens a connection to a server of this machine. */
export async function rawConnection(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const waiting = new Set<() => void>();
  let received = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    received += text;
    for (const look of waiting) look();
  });
  socket.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => socket.on('close', () => resolve(received)));
  await new Promise<void>((resolve) => socket.on('connect', resolve).on('close', () => resolve()));
  return {
    socket,
    send: (text) => void socket.write(text),
    received: () => received,
    until: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!fits(received)) return;
          waiting.delete(look);
          resolve(received);
        };
        waiting.add(look);
        look();
      }),
    ended,
  };
}
