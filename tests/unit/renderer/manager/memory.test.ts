import { describe, expect, it } from 'vitest';
import { createMemory } from '../../../../renderer/manager/memory.ts';
import { MINUTE } from '../../../../shared/kernel/time.ts';

const NOW = Date.UTC(2026, 10, 29, 13, 18);

describe('the place of a manager', () => {
  it('is kept while nobody has left the screens', () => {
    expect(createMemory().isPlaceKept('Marta', NOW)).toBe(true);
  });

  it.each([
    ['Marta', 0, true],
    ['Marta', 10 * MINUTE - 1, true],
    ['Marta', 10 * MINUTE, false],
    ['Marta', 3 * 24 * 60 * MINUTE, false],
    ['Rui', 1, false],
    // The clock of the computer was set back.
    ['Marta', -MINUTE, true],
  ] as const)('%s, %i ms after Marta left: %s', (name, after, isKept) => {
    const memory = createMemory();
    memory.leavePlace('Marta', NOW);
    expect(memory.isPlaceKept(name, NOW + after)).toBe(isKept);
  });
});
