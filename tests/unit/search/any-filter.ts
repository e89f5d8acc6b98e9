import * as fc from 'fast-check';
import { CHARGE_STATUSES } from '../../../shared/domain/charge/charge.ts';
import { PANEL_STATUSES } from '../../../shared/domain/charge/panel-status.ts';
import type { Asked } from './oracle.ts';

const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });
const amount = fc.constantFrom(0, 1, 499, 500, 1000, 2000, 5000, 200_000);
const day = fc.constantFrom(
  '2026-02-28',
  '2026-03-01',
  '2018-02-17',
  '2018-02-18',
  '2018-11-04',
  '2026-01-01',
  '2025-12-31',
  '2026-05-12',
);
const time = fc.constantFrom('00:00', '00:30', '01:15', '12:00', '22:30', '23:10', '23:59');
/** Near the turns of `anyLedger`. */
const instant = fc.constantFrom(
  '2026-03-01T00:00:00Z',
  '2026-02-28T23:30:00-02:00',
  '2025-12-31T22:00:00-03:00',
  '2018-02-18T02:30:00Z',
  '2018-11-04T03:00:00.000Z',
  '2026-05-13T04:10:00+00:00',
);
const wallets = fc.uniqueArray(fc.constantFrom('pix', 'picpay', 'mercadopago'), { minLength: 1 });
const texts = [
  '88',
  'pdv',
  'PDV 8841',
  '41',
  '8841',
  '1234',
  'abcd1234',
  'E0000000020260302ABCD1234',
  '1',
  '01abc',
  'AB12CD-0',
  '%',
  '_50%',
  'cupom_5',
  'upom 5_50%',
];

/** Any filter of a manager over a ledger of `anyLedger`. */
export const anyFilter: fc.Arbitrary<Asked> = fc.record({
  period: some(
    fc.record(
      { kind: fc.constant('range' as const), from: day, to: day, fromTime: time, toTime: time },
      { requiredKeys: ['kind'] },
    ),
  ),
  min: some(amount),
  max: some(amount),
  wallets: some(wallets),
  operators: some(fc.uniqueArray(fc.constantFrom('ana', 'bia'), { minLength: 1 })),
  statuses: some(fc.uniqueArray(fc.constantFrom(...PANEL_STATUSES), { minLength: 1 })),
  stores: some(fc.uniqueArray(fc.constantFrom('Centro', 'Norte'), { minLength: 1 })),
  tills: some(fc.constantFrom(['caixa-00', 'caixa-11', 'caixa-33'], ['caixa-00'])),
  late: some(fc.constant(true as const)),
  unproven: some(fc.constant(true as const)),
  text: some(fc.constantFrom(...texts)),
});

/** Any filter of a program over the same ledger: what a query of the local API can ask. */
export const anyQuery: fc.Arbitrary<Asked> = fc.record({
  date: some(day),
  since: some(fc.oneof(day, instant)),
  until: some(fc.oneof(day, instant)),
  min: some(amount),
  max: some(amount),
  wallets: some(wallets),
  chargeStatuses: some(fc.uniqueArray(fc.constantFrom(...CHARGE_STATUSES), { minLength: 1 })),
  reference: some(fc.constantFrom('PDV 8841', 'pdv 88', 'Mesa 41', 'PDV', '1')),
});
