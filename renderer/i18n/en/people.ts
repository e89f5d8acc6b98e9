import type { peopleWords as ptBR } from '../pt-br/people.ts';
import type { Same } from '../words.ts';

export const peopleWords: Same<typeof ptBR> = {
  people: {
    hint: 'Arrows choose, Enter opens.',
    add: 'Add a person',
    locked: 'PIN locked',
    lockedDetail:
      'The PIN of {{name}} was locked after too many wrong ones. See in the activity who tried before you unlock it.',
    changePin: 'Change PIN',
    rename: 'Change name',
    'make-manager': 'Make manager',
    'make-operator': 'Make operator',
    unlock: 'Unlock PIN',
    deactivate: 'Deactivate',
    done: 'Done.',
  },
  peopleDetail: {
    rename: 'The new name is also shown in past sales.',
    'make-manager':
      '{{name}} will sign refunds and settings, and chooses a PIN of 6 digits at the next entry.',
    'make-operator': '{{name}} no longer signs refunds or settings.',
    unlock: 'The wrong PINs of {{name}} are forgotten. It is recorded with the manager’s name.',
    deactivate:
      '{{name}} no longer signs in at this till. The name stays in past sales and cannot be used again.',
  },
  changePin: {
    proof: 'Who confirms the change',
    own: 'Present PIN',
    manager: 'A manager',
    keys: 'Keys of the store',
    present: 'Present PIN of {{name}}',
    new: 'New PIN ({{shortest}} to 12 digits)',
    tooShort: 'The new PIN has {{shortest}} to 12 digits.',
    mismatch: 'The two new PINs differ. Type them again.',
  },
  ownPin: {
    title: '{{name}}, choose a new PIN',
    lead: 'A manager’s PIN now has 6 digits or more. Today’s PIN is valid until the change.',
    later: 'Change later',
  },
};
