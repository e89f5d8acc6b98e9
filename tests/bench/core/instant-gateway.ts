import { writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface InstantGateway {
  readonly baseUrl: string;
  /** How long the gateway itself took over an order, from the whole of its request to the whole of its answer, ms. */
  tookMs(orderRef: string): Promise<number>;
  /** Writes the file that `--credentials` wants. */
  writeCredentials(file: string): void;
  stop(): Promise<void>;
}

/** Starts a gateway that answers at once. It runs in a thread of its own and takes no time from whoever measures. */
export async function startInstantGateway(): Promise<InstantGateway> {
  const worker = new Worker(new URL('./gateway-thread.ts', import.meta.url));
  const took = new Map<string, PromiseWithResolvers<number>>();
  const entry = (ref: string): PromiseWithResolvers<number> => {
    const known = took.get(ref) ?? Promise.withResolvers<number>();
    took.set(ref, known);
    return known;
  };
  const [{ port }] = (await once(worker, 'message')) as [{ port: number }];
  worker.on('message', ({ ref, ms }: { ref: string; ms: number }) => entry(ref).resolve(ms));
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    baseUrl,
    tookMs: (orderRef) => entry(orderRef).promise,
    writeCredentials(file) {
      const keys = { accessKey: 'bench-access', secretKey: 'bench-secret', clientId: 'bench-client' };
      writeFileSync(file, JSON.stringify({ baseUrl, ...keys }), { mode: 0o600 });
    },
    async stop() {
      await worker.terminate();
    },
  };
}
