import { err, ok } from '../../../shared/kernel/result.ts';
import type { HttpAnswer, HttpRequest, HttpTransport } from '../../../main/core/gateway/transport.ts';
import type { Chances } from '../chances.ts';
import type { SeededRandom } from '../../../build/run/seeded-random.ts';
import type { VirtualTime } from '../virtual-time.ts';
import type { Flights } from './flights.ts';
import type { ModelGateway } from './model-gateway.ts';

/** How bad the way to the gateway is; each a probability of one request, delays in ms. */
export interface Weather {
  /** Nothing leaves: refused, no route. */
  readonly unreachable: number;
  readonly lostRequest: number;
  /** Of the lost requests, those that arrive after the till has stopped waiting. */
  readonly arrivesLate: number;
  readonly lostAnswer: number;
  /** 5xx without anything done. */
  readonly errorBefore: number;
  /** 5xx, HTML or half a JSON although it was done. */
  readonly garbledAfter: number;
  readonly slowest: number;
  /** Something between keeps answers: a read gets the one before once more, up to `STALE` old. */
  readonly staleAnswer: number;
  /** A read or a cancel arrives twice, and the second answer is the one that comes back. */
  readonly arrivesTwice: number;
}

/** How old an answer can be that is given again, ms. */
const STALE = 5_000;
/** How long after the till has stopped waiting a request can still arrive, ms. */
const LATEST = 40_000;

export const CLEAR: Weather = {
  unreachable: 0,
  lostRequest: 0,
  arrivesLate: 0,
  lostAnswer: 0,
  errorBefore: 0,
  garbledAfter: 0,
  slowest: 300,
  staleAnswer: 0,
  arrivesTwice: 0,
};

/** The network between a till and the model gateway. Answers to a dead till go nowhere. */
export function createFaultyNetwork(
  time: VirtualTime,
  { network: random, echo }: Pick<Chances, 'network' | 'echo'>,
  gateway: ModelGateway,
  flights: Flights,
  weather: () => Weather,
  isAlive: () => boolean,
): HttpTransport {
  const wait = (ms: number): Promise<void> => new Promise((resolve) => time.after(ms, resolve));
  const kept = new Map<string, { readonly said: HttpAnswer; readonly at: number }>();
  /** What the gateway says. What happens twice, and what is told twice, is drawn from a stream of its own. */
  const ask = (request: HttpRequest): HttpAnswer => {
    const { staleAnswer, arrivesTwice } = weather();
    if (staleAnswer === 0 && arrivesTwice === 0) return gateway.handle(request);
    const isRead = request.method === 'GET' && request.url.includes('/order');
    const before = kept.get(request.url);
    if (isRead && before !== undefined && time.elapsed() - before.at < STALE && echo.chance(staleAnswer))
      return before.said;
    // A refund or a new order that arrives twice is two of them: from here nothing can be known of it, nor done.
    const isHarmless = isRead || (request.method === 'DELETE' && !request.url.endsWith('/refund'));
    if (isHarmless && echo.chance(arrivesTwice)) gateway.handle(request);
    const said = gateway.handle(request);
    if (isRead) kept.set(request.url, { said, at: time.elapsed() });
    return said;
  };
  const never = new Promise<never>(() => undefined);
  return async (request) => {
    const { unreachable, lostRequest, arrivesLate, lostAnswer, errorBefore, garbledAfter, slowest } =
      weather();
    const alive = async <T>(value: T): Promise<T> => (isAlive() ? value : never);
    const timeout = err({ kind: 'no-answer' as const, detail: 'timeout' });
    if (random.chance(unreachable)) {
      await wait(random.between(1, 50));
      return alive(err({ kind: 'unreachable' as const, detail: 'ECONNREFUSED' }));
    }
    await wait(random.between(1, slowest));
    if (random.chance(lostRequest)) {
      // Only creates arrive late. The till asks for a late refund again, and the gateway would then refund twice.
      if (request.method === 'POST' && random.chance(arrivesLate))
        flights.land(request.answerTimeoutMs + random.between(0, LATEST), () => void gateway.handle(request));
      await wait(request.answerTimeoutMs);
      return alive(timeout);
    }
    if (random.chance(errorBefore))
      return alive(ok(answer(500, '{"code":500,"message":"Error creating the order"}')));
    const said = ask(request);
    if (random.chance(lostAnswer)) {
      await wait(request.answerTimeoutMs);
      return alive(timeout);
    }
    await wait(random.between(1, slowest));
    if (random.chance(garbledAfter)) return alive(ok(garble(said, random)));
    return alive(ok(said));
  };
}

function garble(said: HttpAnswer, random: SeededRandom): HttpAnswer {
  switch (random.between(0, 2)) {
    case 0:
      return answer(502, '<html><body>Bad Gateway</body></html>', 'text/html');
    case 1:
      return { ...said, text: said.text.slice(0, Math.floor(said.text.length / 2)) };
    default:
      return answer(503, '');
  }
}

function answer(status: number, text: string, contentType = 'application/json'): HttpAnswer {
  return { status, contentType, date: null, text };
}
