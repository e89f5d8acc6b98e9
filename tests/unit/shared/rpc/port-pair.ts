import type { FramePort } from '../../../../shared/rpc/frames.ts';

/** One end of a pair, and what was posted from it. */
export interface TestPort extends FramePort {
  readonly sent: unknown[];
  readonly isClosed: () => boolean;
}

/** Two ends that hand each other copies, as a real port does, at once. */
export function portPair(): readonly [TestPort, TestPort] {
  const make = (): TestPort & { other: TestPort | null; handler: ((frame: unknown) => void) | null } => {
    const sent: unknown[] = [];
    let closed = false;
    const end = {
      sent,
      other: null as TestPort | null,
      handler: null as ((frame: unknown) => void) | null,
      isClosed: () => closed,
      post(frame: unknown) {
        if (closed) return;
        const copy = structuredClone(frame);
        sent.push(copy);
        (end.other as typeof end | null)?.handler?.(copy);
      },
      receive: (handler: (frame: unknown) => void) => void (end.handler = handler),
      close: () => void (closed = true),
    };
    return end;
  };
  const [left, right] = [make(), make()];
  left.other = right;
  right.other = left;
  return [left, right];
}

/** Lets promises settle. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
