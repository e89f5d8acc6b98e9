import type { HttpTransport } from '../../../main/core/gateway/transport.ts';
import type { VirtualTime, Wall } from '../virtual-time.ts';

/** An answer about an order that can be read. */
interface Heard {
  /** Milliseconds since it came. */
  readonly age: number;
  /** False if the disk took nothing then, so that the till could not use news. */
  readonly couldWrite: boolean;
}

/** When the till last got an answer about an order that can be read, whatever the till made of it. */
export interface HeardOrders {
  /** The last answer. Null if none came in this life of the till, or if the machine's clock jumped since. */
  lastOf(orderId: string | null): Heard | null;
  /** Passes the answers of this transport on, and remembers when they came. Forgets what an earlier life heard. */
  follow(real: HttpTransport): HttpTransport;
}

/**
 * Creates the memory of one world.
 *
 * @param canWrite false while the disk takes nothing.
 */
export function createHeardOrders(time: VirtualTime, wall: Wall, canWrite: () => boolean): HeardOrders {
  const heard = new Map<
    string,
    { readonly at: number; readonly offset: number; readonly couldWrite: boolean }
  >();
  return {
    lastOf(orderId) {
      const last = heard.get(orderId ?? '');
      if (last === undefined || last.offset !== wall.offset) return null;
      return { age: time.elapsed() - last.at, couldWrite: last.couldWrite };
    },
    follow(real) {
      heard.clear();
      return async (request) => {
        const said = await real(request);
        const id = request.method === 'GET' ? /\/orderv?\/([^/?]+)$/.exec(request.url)?.[1] : undefined;
        if (id !== undefined && said.ok && said.value.status === 200 && isWhole(said.value.text))
          heard.set(id, { at: time.elapsed(), offset: wall.offset, couldWrite: canWrite() });
        return said;
      };
    },
  };
}

/** True for an answer that has a status. An odd amount beside the status leaves it readable. */
function isWhole(text: string): boolean {
  try {
    const said = JSON.parse(text) as { readonly status?: unknown } | null;
    return typeof said?.status === 'string';
  } catch {
    return false; // half of an answer
  }
}
