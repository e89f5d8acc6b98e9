import type { HttpTransport } from '../../../main/core/gateway/transport.ts';
import type { VirtualTime, Wall } from '../virtual-time.ts';

/** When the till last got an answer about an order that can be read, whatever the till made of it. */
export interface HeardOrders {
  /** Milliseconds since that answer. Null if none came in this life of the till, or if the machine's clock jumped since. */
  ageOf(orderId: string | null): number | null;
  /** Passes the answers of this transport on, and remembers when they came. Forgets what an earlier life heard. */
  follow(real: HttpTransport): HttpTransport;
}

/** Creates the memory of one world. */
export function createHeardOrders(time: VirtualTime, wall: Wall): HeardOrders {
  const heard = new Map<string, { readonly at: number; readonly offset: number }>();
  return {
    ageOf(orderId) {
      const last = heard.get(orderId ?? '');
      return last === undefined || last.offset !== wall.offset ? null : time.elapsed() - last.at;
    },
    follow(real) {
      heard.clear();
      return async (request) => {
        const said = await real(request);
        const id = request.method === 'GET' ? /\/orderv?\/([^/?]+)$/.exec(request.url)?.[1] : undefined;
        if (id !== undefined && said.ok && said.value.status === 200 && isWhole(said.value.text))
          heard.set(id, { at: time.elapsed(), offset: wall.offset });
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
