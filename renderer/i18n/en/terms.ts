import type { termsWords as ptBR } from '../pt-br/terms.ts';
import type { Same } from '../words.ts';

export const term = {
  amount: 'Amount',
  received: 'Received',
  refunded: 'Refunded',
  wallet: 'Wallet',
  store: 'Store',
  till: 'Till',
  from: 'From',
  to: 'To',
  time: 'Time',
  whatHappened: 'What happened',
  since: '{{seconds}} s so far',
  charge: 'Charge {{code}}',
  printer: 'Printer',
  none: '—',
  number: '{{number, number}}',
  today: 'Today',
  people: 'People',
} as const;

export const termsWords: Same<typeof ptBR> = {
  term,
  act: {
    back: 'Back',
    close: 'Close',
    continue: 'Continue',
    cancel: 'Cancel',
    keepWaiting: 'Keep waiting',
    search: 'Search',
    check: 'Check',
    signIn: 'Sign in',
    done: 'Done',
    closeShift: 'Close shift',
  },
  role: {
    operator: 'Cashier',
    manager: 'Manager',
  },
  way: {
    finalize: 'Finalize',
    cancel: 'Cancel the charge',
    wait: 'Check now',
    refund: 'Refund',
    force: 'Settle without confirmation',
  },
  signed: {
    reason: 'Reason',
    reasonHint: 'At least 5 letters. It is recorded with the manager’s name.',
    pin: 'Manager’s PIN',
    second: 'Second manager',
    refundReasonHint: 'It is recorded with the manager’s name.',
    forgotten:
      'Forgot the PIN? Settings (F1), People: another manager changes it, or the manager with the keys of the store.',
    waiting: 'Too many attempts. Wait {{seconds}} s.',
  },
};
