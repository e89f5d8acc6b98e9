import { late, NOW, paid } from './charges.ts';
import type { CashierScene, Replies } from './scene.ts';
import { tillView } from './till-view.ts';

type Finding = Extract<NonNullable<Replies['charge/check-receipt']>, { ok: true }>['value'];

/** The results of the check of a customer's receipt. */
const FINDINGS: readonly Finding[] = [
  { answer: 'found', charge: paid() },
  { answer: 'late', charge: late() },
  { answer: 'delivered', charge: paid({ finalizedAt: NOW, settled: true }) },
  { answer: 'not-found', charge: null },
  { answer: 'cannot-tell', charge: null },
];

export const receiptScenes: readonly CashierScene[] = [
  { name: 'receipt', screen: 'receipt', views: [tillView()], keys: ['F8'] },
  { name: 'receipt-bad-end', screen: 'receipt', views: [tillView()], keys: ['F8', '4', 'f', 'Enter'] },
  {
    name: 'receipt-barcode',
    screen: 'receipt',
    views: [tillView()],
    keys: ['F8', 'Tab', '2', '5', '9', '0', 'scan:7891000100103'],
  },
  ...FINDINGS.map((value): CashierScene => ({
    name: `receipt-${value.answer}`,
    screen: 'receipt',
    views: [tillView()],
    replies: { 'charge/check-receipt': { ok: true, value } },
    keys: ['F8', '4', 'f', '2', 'a', 'Enter'],
  })),
];
