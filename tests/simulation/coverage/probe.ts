import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { attemptOf, liveAttempt } from '../../../shared/domain/charge/charge.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import type { HttpTransport } from '../../../main/core/gateway/transport.ts';
import type { Ledger } from '../../../main/core/ledger/ledger.ts';
import type { Tamper } from '../../../main/core/till/till-ports.ts';
import type { Till } from '../../../main/core/till/till.ts';
import type { World } from '../world.ts';
import type { Coverage } from './coverage.ts';
import { faultOf } from './fault.ts';

/** Looks into a world while its story is told, and changes nothing in it. */
export interface CoverageProbe {
  enter(world: World): void;
  transport(real: HttpTransport): HttpTransport;
  tamper(mutation: Tamper | undefined): Tamper;
  changed(till: Till): void;
  /** The till dies at a write, or between two things that happen. */
  died(at: 'write' | 'event'): void;
}

/** Counts into `coverage` what the worlds meet that it enters. */
export function createProbe(coverage: Coverage): CoverageProbe {
  let world: World | null = null;
  let applying: string | null = null;
  let requests: string[] = [];

  const meet = (before: Charge | null, event: ChargeEvent): void => {
    if (world === null) return;
    const no = 'attempt' in event ? event.attempt : (before?.attempts.at(-1)?.no ?? 0);
    const attempt = before === null ? null : (attemptOf(before, no) ?? liveAttempt(before));
    coverage.combinations.add(
      [before?.status ?? 'none', attempt?.status ?? 'none', nameOf(event), faultOf(world)].join(' × '),
    );
  };

  const watchLedger = (real: Ledger): Ledger => ({
    ...real,
    apply(id, event, by, at) {
      meet(event.type === 'created' ? null : real.charges.byId(id), event);
      applying = nameOf(event);
      try {
        return real.apply(id, event, by, at);
      } finally {
        applying = null;
      }
    },
  });

  return {
    enter(next) {
      world = next;
      applying = null;
      requests = [];
    },
    transport: (real) => async (request) => {
      const route = routeOf(request.method, request.url);
      requests.push(route);
      try {
        return await real(request);
      } finally {
        requests.splice(requests.indexOf(route), 1);
      }
    },
    tamper: (mutation) => ({
      ...mutation,
      ledger: (real) => watchLedger(mutation?.ledger?.(real) ?? real),
    }),
    changed(till) {
      const kinds = new Set(till.ledger.jobs.living().map(({ kind }) => kind));
      const sorted = [...kinds].sort();
      for (const [index, one] of sorted.entries())
        for (const other of sorted.slice(index)) coverage.jobs.add(one === other ? one : `${one} + ${other}`);
    },
    died(at) {
      if (at === 'write') coverage.deaths.add(`write of ${applying ?? 'another row'}`);
      else coverage.deaths.add(requests.length === 0 ? 'at rest' : `waiting for ${requests.at(-1)}`);
      requests = [];
    },
  };
}

function nameOf(event: ChargeEvent): string {
  return event.type === 'seen' ? `seen ${event.word}` : event.type;
}

/** `GET /order/{id}`: the path without what is of one order. */
function routeOf(method: string, url: string): string {
  const path = url.replace(/^https:\/\/[^/]*/, '').replace(/\?.*$/, '');
  return `${method} ${path.replace(/\/(orderv?)\/[^/]+/, '/$1/{id}')}`;
}
