import type { signInWords as ptBR } from '../pt-br/sign-in.ts';
import type { Same } from '../words.ts';

export const signInWords: Same<typeof ptBR> = {
  signIn: {
    title: 'Who is at the till?',
    pin: 'PIN of {{name}}',
    pinLabel: 'PIN',
    other: 'Somebody else',
    trainingPin: 'Training PIN: {{pin}}',
    forgotten: 'Forgot the PIN? A manager changes it in Settings (F1), People.',
    forgottenManager:
      'Forgot the PIN? Another manager changes it in Settings (F1), People. Without another manager, use the keys of the store there.',
    waiting: 'Wrong PIN. Try again in {{seconds}} s.',
  },
  leave: {
    menu: 'Lock or close',
    title: 'Leave the till',
    lock: 'Lock: the shift stays open, and the screen comes back only with a PIN. If another person signs in, the shift becomes theirs.',
    close: 'Close the shift: it ends and its closing is printed.',
    act: 'Lock',
  },
  locked: {
    title: 'Till locked',
    since: 'Shift of {{name}}, locked at {{time}}.',
    takeOver: '{{name}} takes over the shift of {{from}}, with its open charge, if there is one.',
    unlock: 'Unlock',
    takeOverAct: 'Take over the till',
  },
  managerPin: {
    title: 'Manager’s screens',
    detail: 'The day’s sales, payments and refunds. They close by themselves after 5 minutes without use.',
  },
};
