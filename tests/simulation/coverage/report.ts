import { URGENCY } from '../../../main/core/outbox/job.ts';
import type { Coverage } from './coverage.ts';
import { FAULTS } from './fault.ts';

/** Every event that can be applied to a charge, as the probe names it. */
const EVENTS = [
  'created',
  'attempt-started',
  'queued',
  'attempt-lost',
  'opened',
  'refused',
  'orphan-found',
  'orphan-unlisted',
  'orphan-absent',
  'given-up',
  'extended',
  'put-on-paper',
  'finalized',
  'forced',
  'refund-requested',
  'refund-done',
  'refund-refused',
  'refund-unclear',
  'seen pending',
  'seen approved',
  'seen expired',
  'seen cancelled',
  'seen refund_pending',
  'seen refunded',
  'seen partial_refunded',
  'seen unknown',
] as const;

const ROUTES = [
  'POST /pdvauth',
  'GET /v1/wallets',
  'POST /order',
  'POST /orderv',
  'GET /order/{id}',
  'GET /orderv/{id}',
  'DELETE /order/{id}',
  'DELETE /order/{id}/refund',
  'GET /orders/list',
] as const;

/** How often a combination has to be met under some fault before its absence under another says anything. */
const OFTEN = 20;

/** The coverage as lines for a person: how much was met, and by name what never was. */
export function describeCoverage({ combinations, jobs, deaths }: Coverage): string[] {
  const met = [...combinations.counts.keys()].map((key) => key.split(' × '));
  const events = new Set(met.map(([, , event]) => event));
  const byMeeting = new Map<string, { total: number; faults: Set<string> }>();
  for (const [key, times] of combinations.counts) {
    const parts = key.split(' × ');
    const meeting = parts.slice(0, 3).join(' × ');
    const known = byMeeting.get(meeting) ?? { total: 0, faults: new Set() };
    known.total += times;
    known.faults.add(parts[3] ?? '');
    byMeeting.set(meeting, known);
  }
  const gaps = [...byMeeting].flatMap(([meeting, { total, faults }]) =>
    total < OFTEN ? [] : FAULTS.filter((fault) => !faults.has(fault)).map((fault) => `${meeting} × ${fault}`),
  );
  const pairs = URGENCY.flatMap((one, index) =>
    URGENCY.slice(index).map((other) => (one === other ? one : [one, other].sort().join(' + '))),
  );
  const points = [
    ...EVENTS.map((event) => `write of ${event}`),
    'write of another row',
    ...ROUTES.map((route) => `waiting for ${route}`),
    'at rest',
  ];
  const rare = [...byMeeting].filter(([, { total }]) => total < OFTEN).length;
  return [
    `combinations (charge state × attempt state × event × fault): ${combinations.counts.size} met`,
    `  charge state × attempt state × event: ${byMeeting.size} met, ${rare} of them fewer than ${OFTEN} times`,
    ...never('  events never met', EVENTS, events),
    `  met ${OFTEN} times or more, and never under a fault: ${gaps.length}`,
    ...gaps.slice(0, 40).map((gap) => `    ${gap}`),
    ...(gaps.length > 40 ? [`    and ${gaps.length - 40} more`] : []),
    `jobs alive together: ${pairs.filter((pair) => jobs.counts.has(pair)).length} of ${pairs.length} met`,
    ...never('  never', pairs, new Set(jobs.counts.keys())),
    `points of death: ${points.filter((point) => deaths.counts.has(point)).length} of ${points.length} met`,
    ...never('  never', points, new Set(deaths.counts.keys())),
  ];
}

function never(title: string, all: readonly string[], met: ReadonlySet<string | undefined>): string[] {
  const missing = all.filter((each) => !met.has(each));
  return missing.length === 0 ? [] : [`${title}: ${missing.join(', ')}`];
}
