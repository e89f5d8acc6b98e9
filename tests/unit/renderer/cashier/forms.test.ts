import { describe, expect, it } from 'vitest';
import {
  connectionProblem,
  credentialsOf,
  EMPTY_CONNECTION,
} from '../../../../renderer/cashier/setup/connection-draft.ts';
import { personProblem } from '../../../../renderer/cashier/setup/person-problem.ts';
import { trainingTarget } from '../../../../renderer/cashier/training-target.ts';
import { charge } from '../../../support/fake-bridge/charges.ts';
import { tillView } from '../../../support/fake-bridge/till-view.ts';

const keys = { accessKey: ' a ', secretKey: 'b\n', clientId: '\tc' };

describe('the connection form', () => {
  it('takes pasted keys without the white space around them', () => {
    expect(credentialsOf({ ...EMPTY_CONNECTION, ...keys })).toEqual({
      gateway: 'production',
      accessKey: 'a',
      secretKey: 'b',
      clientId: 'c',
    });
  });

  it.each([
    [{}, 'missing'],
    [keys, null],
    [{ ...keys, secretKey: '  ' }, 'missing'],
    [{ ...keys, preset: 'other', url: 'http://gateway.example' }, 'badUrl'],
    [{ ...keys, preset: 'other', url: 'gateway' }, 'badUrl'],
    [{ ...keys, preset: 'other', url: 'http://127.0.0.1:9000' }, null],
    [{ ...keys, preset: 'staging' }, null],
  ] as const)('%j: %s', (patch, problem) => {
    expect(connectionProblem({ ...EMPTY_CONNECTION, ...patch })).toBe(problem);
  });
});

describe('the form of a person', () => {
  it.each([
    [{ name: ' ', pin: '2580', repeat: '2580' }, 'noName'],
    [{ name: 'Ana', pin: '123', repeat: '123' }, 'badPin'],
    [{ name: 'Ana', pin: '1234567890123', repeat: '1234567890123' }, 'badPin'],
    [{ name: 'Ana', pin: '2580', repeat: '2581' }, 'mismatch'],
    [{ name: 'Ana', pin: '2580', repeat: '2580' }, null],
  ] as const)('%j: %s', (draft, problem) => {
    expect(personProblem(draft, 'operator')).toBe(problem);
  });

  it('asks a manager for six digits', () => {
    const draft = (pin: string) => ({ name: 'Ana', pin, repeat: pin });
    expect(personProblem(draft('25803'), 'manager')).toBe('badPin');
    expect(personProblem(draft('258036'), 'manager')).toBeNull();
  });
});

describe('the training customer’s phone', () => {
  it('acts on the charge on screen, else on the one that has just left it, however long that is ago', () => {
    const gone = charge({ id: '01K7Z000000000000000000BBB', status: 'cancelling' });
    const none = { created: null, phoneTarget: null };
    const targetOf = (...given: Parameters<typeof trainingTarget>) => trainingTarget(...given)?.id;
    expect(targetOf(tillView({ current: charge(), cancelling: [gone] }), none)).toBe(charge().id);
    expect(targetOf(tillView({ cancelling: [gone] }), none)).toBe(gone.id);
    expect(targetOf(tillView(), { ...none, phoneTarget: gone })).toBe(gone.id);
    expect(targetOf(tillView(), none)).toBeUndefined();
  });
});
