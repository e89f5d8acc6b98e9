import { describe, expect, it } from 'vitest';
import { ACTS, may, PERSON_ROLES } from '../../../../shared/domain/roles/roles.ts';

describe('who may do what', () => {
  it('is this, and nothing else', () => {
    const table = PERSON_ROLES.map((role) => [role, ACTS.filter((act) => may(role, act))]);
    expect(Object.fromEntries(table)).toEqual({
      operator: ['sell', 'check-receipt', 'close-shift'],
      manager: ACTS,
    });
  });
});
