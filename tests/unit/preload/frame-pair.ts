import type { FramePort } from '../../../shared/rpc/frames.ts';

export interface FakeCoreEnd {
  readonly port: FramePort;
  /** What the page's side sent. */
  readonly frames: Record<string, unknown>[];
  isClosed(): boolean;
  say(frame: unknown): void;
}

/** A port whose other end is the test. */
export function fakeCoreEnd(): FakeCoreEnd {
  const frames: Record<string, unknown>[] = [];
  let receive: (frame: unknown) => void = () => undefined;
  let isClosed = false;
  return {
    port: {
      post: (frame) => void (isClosed || frames.push(frame as Record<string, unknown>)),
      receive: (handler) => void (receive = handler),
      close: () => void (isClosed = true),
    },
    frames,
    isClosed: () => isClosed,
    say: (frame) => receive(frame),
  };
}

export const CUSTOMER_IDLE = {
  shopName: 'Loja Centro',
  zone: 'America/Sao_Paulo',
  training: true,
  screen: { kind: 'idle' },
} as const;
