import { replies } from './manager-replies.ts';
import type { CashierScene } from './scene.ts';
import { tillView } from './till-view.ts';

const REPORT = [
  'F9',
  '8',
  '0',
  '2',
  '5',
  '1',
  '3',
  'Enter',
  'wait:[data-day]',
  'F3',
  'wait:[data-payment]',
  'F8',
];

/** The dialog of a report file. */
export const reportScenes: readonly CashierScene[] = [
  {
    name: 'manager-report',
    screen: 'report',
    views: [tillView()],
    replies,
    keys: REPORT,
  },
  {
    name: 'manager-report-taken-up',
    screen: 'report',
    views: [tillView()],
    replies,
    report: {
      id: '01K7Z000000000000000000RRR',
      format: 'xlsx',
      name: 'vendas 2026-11-21.xlsx',
      state: 'writing',
      rows: 120_000,
      total: 486_213,
      failure: null,
    },
    keys: [...REPORT, 'wait:[data-report="writing"]'],
  },
  {
    name: 'manager-report-done',
    screen: 'report',
    views: [tillView()],
    replies: {
      ...replies,
      'report/choose-file': {
        ok: true,
        value: {
          file: '01K7Z000000000000000000FFF',
          name: 'vendas 2026-11-01 a 2026-11-21.xlsx',
          mayReplace: false,
        },
      },
      'report/start': { ok: true, value: { id: '01K7Z000000000000000000RRR' } },
    },
    report: {
      id: '01K7Z000000000000000000RRR',
      format: 'xlsx',
      name: 'vendas 2026-11-01 a 2026-11-21.xlsx',
      state: 'done',
      rows: 8_261,
      total: 8_261,
      failure: null,
    },
    keys: [...REPORT, 'wait:[data-report="done"]', 'Enter', 'wait:dialog [aria-keyshortcuts="F8"]'],
  },
  {
    name: 'manager-report-taken',
    screen: 'report',
    views: [tillView()],
    replies: {
      ...replies,
      'report/choose-file': {
        ok: true,
        value: { file: '01K7Z000000000000000000FFF', name: 'vendas 2026-11-21.xlsx', mayReplace: false },
      },
      'report/start': { ok: false, error: { code: 'exists', message: 'exists' } },
    },
    keys: [...REPORT, 'wait:[data-screen="report"]', 'Enter', 'wait:[data-problem="taken"]'],
  },
];
