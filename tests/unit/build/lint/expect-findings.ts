import { expect } from 'vitest';
import type { Checked } from '../../../../build/lint/check-fixtures.ts';

/** A fixture is complained about once, by the rule and in the words that its header names; without a header, never. */
export function expectFindings(checked: Checked | undefined): void {
  const breaks = checked?.fixture.breaks;
  const expected =
    breaks === null || breaks === undefined
      ? []
      : [{ rule: breaks.rule, message: expect.stringContaining(breaks.says) }];
  expect(checked?.findings).toEqual(expected);
}
