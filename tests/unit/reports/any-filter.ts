import * as fc from 'fast-check';
import type { PaymentFilter } from '../../../shared/contract/payments.ts';
import { PANEL_STATUSES } from '../../../shared/domain/charge/panel-status.ts';

const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });
const amount = fc.constantFrom(0, 1, 499, 500, 1000, 2000, 5000, 200_000);
const day = fc.constantFrom(
  '2026-02-28',
  '2026-03-01',
  '2018-02-17',
  '2018-11-04',
  '2026-01-01',
  '2025-12-31',
  '2026-05-12',
);
const time = fc.constantFrom('00:00', '00:30', '01:15', '12:00', '22:30', '23:10', '23:59');
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

/** Whatever a manager may put together, over what `anyLedger` has. */
export const anyFilter: fc.Arbitrary<PaymentFilter> = fc.record({
  period: some(
    fc.record(
      { kind: fc.constant('range' as const), from: day, to: day, fromTime: time, toTime: time },
      { requiredKeys: ['kind'] },
    ),
  ),
  min: some(amount),
  max: some(amount),
  wallets: some(fc.uniqueArray(fc.constantFrom('pix', 'picpay', 'mercadopago'), { minLength: 1 })),
  operators: some(fc.uniqueArray(fc.constantFrom('ana', 'bia'), { minLength: 1 })),
  statuses: some(fc.uniqueArray(fc.constantFrom(...PANEL_STATUSES), { minLength: 1 })),
  stores: some(fc.uniqueArray(fc.constantFrom('Centro', 'Norte'), { minLength: 1 })),
  tills: some(fc.constantFrom(['caixa-00', 'caixa-11', 'caixa-33'], ['caixa-00'])),
  late: some(fc.constant(true as const)),
  unproven: some(fc.constant(true as const)),
  text: some(fc.constantFrom(...texts)),
});
