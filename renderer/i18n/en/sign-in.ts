import type { signInWords as ptBR } from '../pt-br/sign-in.ts';
import type { Same } from '../words.ts';

export const signInWords: Same<typeof ptBR> = {
  signIn: {
    title: 'Who is at the till?',
    pin: 'PIN of {{name}}',
    pinLabel: 'PIN',
    other: 'Somebody else',
    trainingPin: 'Training PIN: {{pin}}',
    waiting: 'Wrong PIN. Try again in {{seconds}} s.',
  },
  managerPin: {
    title: 'Manager’s screens',
    detail: 'The day’s sales, payments and refunds. They close by themselves after 5 minutes without use.',
  },
};
