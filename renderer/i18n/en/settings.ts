import type { settingsWords as ptBR } from '../pt-br/settings.ts';
import type { Same } from '../words.ts';
import { term } from './terms.ts';

export const charging = {
  minutes: 'How long a QR is offered',
  min: '{{minutes}} minutes',
  life: 'Life of the QR at the gateway',
  gatewayLife: 'The gateway’s, 60 min. Balcão cancels when the time is over',
  ownLife: 'The same as the QR’s (Pix only)',
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
    looks: 'Looks and sound',
    languageDetail: 'Language of this till’s screens',
    portuguese: 'Português',
    english: 'English',
  },
  charging,
  looks: {
    theme: 'Colours of both screens',
    system: 'As on the computer',
    light: 'Light',
    dark: 'Dark',
    volume: 'Sound of the till',
    full: 'Loud',
    low: 'Low',
    off: 'No sound',
    test: 'Hear the sound of paid',
  },
  displays: {
    detail: 'Choose the monitor on which the customer sees the QR.',
    identify: 'Show which is which',
    identified: 'Each monitor shows its number for a few seconds.',
    list: 'Monitors',
    customer: 'customer’s screen',
    primary: 'primary',
    absent: 'off',
    none: 'There is one monitor only. The QR appears large in the till’s window.',
    window: 'The till’s window',
    fullScreen: 'Full screen',
    fullScreenDetail: 'no title bar; Balcão covers the monitor',
    inWindow: 'Window',
    inWindowDetail: 'with a title bar, beside other programs',
    size: '{{width}} × {{height}}',
  },
};
