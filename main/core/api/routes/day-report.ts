import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { businessDay, isBusinessDay } from '../../../../shared/domain/business-day/business-day.ts';
import { formatTime } from '../../../../shared/domain/business-day/format-time.ts';
import { epochMs } from '../../../../shared/kernel/time.ts';
import type { DayFigure } from '../../ledger/charge-repo.ts';
import { check } from '../body.ts';
import type { ApiContext } from '../context.ts';

const Query = z.strictObject({ date: z.string().refine(isBusinessDay).optional() });

const QUARTER = 900_000;

type Sums = Pick<DayFigure, 'count' | 'amount' | 'paidCount' | 'paid' | 'refunded'>;

/** The figures of one business day, counted under the day on which each charge was made. */
export function addDayReportCall(app: FastifyInstance, { core }: ApiContext): void {
  app.get('/v1/reports/day', (request, reply) => {
    const query = check(Query, request.query, reply);
    if ('refused' in query) return query.refused;
    const till = core.till();
    const { zone } = till.settings.get();
    const date = query.value.date ?? businessDay(till.clock.now(), zone);
    const figures = till.ledger.charges.dayFigures(date);
    const hourOf = ({ quarter }: DayFigure): number =>
      Number(formatTime(epochMs(quarter * QUARTER), zone).slice(0, 2));
    return reply.send({
      date,
      zone,
      totals: total(figures),
      byStatus: grouped(figures, 'status', ({ status }) => status),
      byWallet: grouped(figures, 'wallet', ({ wallet }) => wallet),
      byHour: grouped(figures, 'hour', hourOf).sort((a, b) => a.hour - b.hour),
      byTill: grouped(figures, 'till', (figure) => figure.till),
    });
  });
}

function grouped<K extends string, V extends string | number>(
  figures: readonly DayFigure[],
  name: K,
  keyOf: (figure: DayFigure) => V,
): (Record<K, V> & ReturnType<typeof total>)[] {
  const groups = Map.groupBy(figures, keyOf);
  return [...groups].map(([key, each]) => ({ ...({ [name]: key } as Record<K, V>), ...total(each) }));
}

function total(figures: readonly Sums[]): Sums & { net: number } {
  const sum = (of: keyof Sums): number => figures.reduce((before, figure) => before + figure[of], 0);
  const [paid, refunded] = [sum('paid'), sum('refunded')];
  const [count, amount, paidCount] = [sum('count'), sum('amount'), sum('paidCount')];
  return { count, amount, paidCount, paid, refunded, net: paid - refunded };
}
