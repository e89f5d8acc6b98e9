import { readFile } from 'node:fs/promises';

/** What Chromium did on the network, from the file of `--log-net-log`. */
export interface NetLog {
  /** The number of all events: 0 is a log that says nothing. */
  readonly events: number;
  /** The addresses of requests that left a page, or that Chromium began by itself. */
  readonly requests: readonly string[];
  /** The names that were looked up. */
  readonly lookUps: readonly string[];
  /** The addresses of connections that were begun. */
  readonly connections: readonly string[];
  /** The number of packets sent without a connection. */
  readonly packets: number;
}

interface Event {
  readonly type: number;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Reads a log. Chromium writes its last brackets only at a regular end, so a missing end is added. */
export async function readNetLog(file: string): Promise<NetLog> {
  const text = await readFile(file, 'utf8');
  const { constants, events } = parse(text);
  const name = new Map(Object.entries(constants.logEventTypes).map(([key, value]) => [value, key]));
  const named = events.map((event) => ({ name: name.get(event.type) ?? '', params: event.params ?? {} }));
  const of = (...names: readonly string[]) => named.filter((event) => names.includes(event.name));
  return {
    events: named.length,
    requests: of('CORS_REQUEST', 'URL_REQUEST_START_JOB')
      .map(({ params }) => textOf(params['url']))
      .filter((url) => url !== ''),
    lookUps: of(
      'HOST_RESOLVER_MANAGER_JOB',
      'HOST_RESOLVER_SYSTEM_TASK',
      'HOST_RESOLVER_DNS_TASK',
      'DNS_TRANSACTION',
    )
      .map(({ params }) => textOf(params['host'] ?? params['hostname']))
      .filter((host) => host !== ''),
    connections: of('TCP_CONNECT', 'TCP_CONNECT_ATTEMPT')
      .map(({ params }) => textOf(params['address'] ?? params['address_list']))
      .filter((address) => address !== ''),
    packets: of('UDP_BYTES_SENT').length,
  };
}

/** The second event of a pair has no parameters. */
function textOf(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parse(text: string): {
  constants: { logEventTypes: Record<string, number> };
  events: readonly Event[];
} {
  try {
    return JSON.parse(text) as ReturnType<typeof parse>;
  } catch {
    const whole = text.slice(0, text.lastIndexOf('},')) + '}]}';
    return JSON.parse(whole) as ReturnType<typeof parse>;
  }
}
