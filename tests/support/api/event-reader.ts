import { request, type IncomingMessage } from 'node:http';

export interface ReadEvent {
  readonly id: string;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

export interface EventReader {
  readonly events: readonly ReadEvent[];
  /** Resolves with the first event that fits, read before or later. */
  find(fits: (event: ReadEvent) => boolean): Promise<ReadEvent>;
  /** Resolves when the server closes the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Reads `GET /v1/events` as a browser's EventSource does. Resolves when the stream is open. */
export async function readEvents(url: string, token: string, lastEventId?: string): Promise<EventReader> {
  const events: ReadEvent[] = [];
  const waiting = new Set<() => void>();
  const ended = Promise.withResolvers<void>();
  const headers = {
    authorization: `Bearer ${token}`,
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  };
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    request(`${url}/v1/events`, { headers }, resolve).on('error', reject).end();
  });
  if (message.statusCode !== 200) throw new Error(`no stream: ${message.statusCode}`);
  let rest = '';
  message.setEncoding('utf8').on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    events.push(...blocks.flatMap(parseBlock));
    for (const look of waiting) look();
  });
  message.on('error', () => undefined).on('close', () => ended.resolve());
  return {
    events,
    ended: ended.promise,
    find: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = events.find(fits);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close: () => message.destroy(),
  };
}

/** A comment or a `retry` is not an event. */
function parseBlock(block: string): ReadEvent[] {
  const fields = new Map(
    block.split('\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
    }),
  );
  const data = fields.get('data');
  if (data === undefined) return [];
  return [
    {
      id: fields.get('id') ?? '',
      event: fields.get('event') ?? 'message',
      data: JSON.parse(data) as Record<string, unknown>,
    },
  ];
}
