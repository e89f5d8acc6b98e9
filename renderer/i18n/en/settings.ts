import type { settingsWords as ptBR } from '../pt-br/settings.ts';
import type { Same } from '../words.ts';
import { term } from './terms.ts';

export const charging = {
  minutes: 'How long a QR is offered',
  min_one: '{{count}} minute',
  min_other: '{{count}} minutes',
  life: 'Validity at the bank',
  gatewayLife: '60 minutes (Balcão cancels earlier)',
  ownLife: 'The same as the QR’s time (Pix only)',
  defaultWallet: 'Default wallet',
  autoLock: 'Lock the till when it is not used',
  neverLocks: 'Never',
  refundEach: 'One refund: second manager above',
  refundDay: 'Refunds of a day: second manager above',
  refundHint: 'This shop has only one manager: nobody can sign above the limit. Add another in People.',
  document: 'CNPJ or CPF of the shop',
  documentHint: 'The gateway wants a buyer; at a counter that is the shop itself.',
} as const;

export const settingsWords: Same<typeof ptBR> = {
  settings: {
    title: 'Settings',
    screens: 'Screens',
    connection: 'Connection',
    people: term.people,
    shop: term.store,
    charging: 'Charging',
    printer: term.printer,
    programs: 'Programs',
    language: 'Language',
    languageDetail: 'Language of this till’s screens',
    customerLanguage: 'Language of the customer’s screen',
    portuguese: 'Português',
    english: 'English',
  },
  charging,
  displays: {
    detail: 'Choose the monitor on which the customer sees the QR.',
    identify: 'Show which is which',
    identified: 'Each monitor shows its number for a few seconds.',
    list: 'Monitors',
    customer: 'customer’s screen',
    primary: 'primary',
    absent: 'off',
    none: 'There is one monitor only. The QR appears large in the till’s window.',
    size: '{{width}} × {{height}}',
  },
};
