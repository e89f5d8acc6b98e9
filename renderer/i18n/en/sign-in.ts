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
  managerPin: {
    title: 'Manager’s screens',
    detail: 'The day’s sales, payments and refunds. They close by themselves after 5 minutes without use.',
  },
};
