import { expect, it } from 'vitest';
import { whenToInstall, type TillAtUpdate } from '../../../../shared/domain/update/when-to-install.ts';

const table: [TillAtUpdate['moment'], TillAtUpdate['shift'], number, string][] = [
  ['start', 'closed', 0, 'install'],
  ['start', 'open', 0, 'install'],
  ['closing', 'closed', 0, 'install'],
  ['between', 'open', 0, 'shift-closed'],
  ['between', 'closed', 0, 'next-start'],
  ['start', 'closed', 1, 'no-open-charge'],
  ['start', 'open', 1, 'no-open-charge'],
  ['closing', 'closed', 2, 'no-open-charge'],
  ['between', 'open', 1, 'no-open-charge'],
  ['between', 'closed', 1, 'no-open-charge'],
];

it.each(table)('at %s with shift %s and %d open charges: %s', (moment, shift, openCharges, expected) => {
  const decision = whenToInstall({ moment, shift, openCharges });
  expect(decision.kind === 'wait' ? decision.until : decision.kind).toBe(expected);
});
