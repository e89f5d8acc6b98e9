import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  businessDay,
  businessDayRange,
  isBusinessDay,
} from '../../../../shared/domain/business-day/business-day.ts';
import { hourOf } from '../../reports/day-report.ts';
import type { DayFigure } from '../../search/day-figures.ts';
import { total, type Figures } from '../../search/figures.ts';
import { check } from '../body.ts';
import type { ApiContext } from '../context.ts';

const Query = z.strictObject({ date: z.string().refine(isBusinessDay).optional() });

/** Adds the call for the figures of one business day. A charge is counted on the day on which it was created. */
export function addDayReportCall(app: FastifyInstance, { core }: ApiContext): void {
  app.get('/v1/reports/day', async (request, reply) => {
    const query = check(Query, request.query, reply);
    if ('refused' in query) return query.refused;
    const till = core.till();
    const { zone } = till.settings.get();
    const date = query.value.date ?? businessDay(till.clock.now(), zone);
    const { figures } = await till.search.ask({
      kind: 'day',
      day: date,
      ...businessDayRange(date, zone),
      earlier: [],
    });
    return {
      date,
      zone,
      tillId: till.identity.tillId,
      storeId: till.identity.storeId,
      totals: total(figures),
      byStatus: grouped(figures, 'status', ({ status }) => status),
      byWallet: grouped(figures, 'wallet', ({ wallet }) => wallet),
      byHour: grouped(figures, 'hour', (figure) => hourOf(figure, zone)).sort((a, b) => a.hour - b.hour),
      byTill: grouped(figures, 'till', (figure) => figure.till),
    };
  });
}

function grouped<K extends string, V extends string | number>(
  figures: readonly DayFigure[],
  name: K,
  keyOf: (figure: DayFigure) => V,
): (Record<K, V> & Figures)[] {
  const groups = Map.groupBy(figures, keyOf);
  return [...groups].map(([key, each]) => ({ ...({ [name]: key } as Record<K, V>), ...total(each) }));
}
