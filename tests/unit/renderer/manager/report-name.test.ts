import { describe, expect, it } from 'vitest';
import { reportName } from '../../../../renderer/manager/payments/report-name.ts';
import { control } from '../../../../shared/contract/control.ts';

const SUNDAY = '2026-11-29';

describe('a report is named by its period', () => {
  it.each([
    [{ kind: 'today' }, 'vendas 2026-11-29'],
    [{ kind: 'yesterday' }, 'vendas 2026-11-28'],
    // The week began on Monday.
    [{ kind: 'week' }, 'vendas 2026-11-23 a 2026-11-29'],
    [{ kind: 'month' }, 'vendas 2026-11-01 a 2026-11-29'],
    [{ kind: 'range', from: '2026-10-01', to: '2026-10-31' }, 'vendas 2026-10-01 a 2026-10-31'],
    [{ kind: 'range', from: '2026-10-01', to: '2026-10-01' }, 'vendas 2026-10-01'],
    [{ kind: 'range', from: '2026-10-01' }, 'vendas desde 2026-10-01'],
    [{ kind: 'range', to: '2026-10-31' }, 'vendas até 2026-10-31'],
    [undefined, 'vendas até 2026-11-29'],
  ] as const)('%j: %s', (period, name) => {
    expect(reportName(period, SUNDAY)).toBe(name);
    expect(control['report/choose-file'].input.safeParse({ format: 'csv', name }).success).toBe(true);
  });

  it('on the first day of a month and of a year', () => {
    expect(reportName({ kind: 'month' }, '2026-12-01')).toBe('vendas 2026-12-01');
    expect(reportName({ kind: 'yesterday' }, '2027-01-01')).toBe('vendas 2026-12-31');
    // A Monday is a week of one day.
    expect(reportName({ kind: 'week' }, '2026-11-23')).toBe('vendas 2026-11-23');
  });
});
