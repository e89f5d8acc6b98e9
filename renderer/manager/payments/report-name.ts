import { periodDays, type Period } from '../../../shared/domain/manager/period-days.ts';

/** Returns the name that a report's file gets, without its ending: `vendas 2026-11-01 a 2026-11-29`. Files sort by it. */
export function reportName(period: Period, today: string): string {
  const { from, to } = periodDays(period, today);
  if (from === undefined) return `vendas até ${to ?? today}`;
  if (to === undefined) return `vendas desde ${from}`;
  return from === to ? `vendas ${from}` : `vendas ${from} a ${to}`;
}
