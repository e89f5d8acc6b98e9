import type { firstRunWords as ptBR } from '../pt-br/first-run.ts';
import type { Same } from '../words.ts';

export const shop = {
  title: 'The shop and the till',
  detail:
    'The customer sees the shop’s name on the screen and on the receipt. The day of sales follows the time zone.',
  shopName: 'Name of the shop',
  tillName: 'Name of the till',
  zone: 'Time zone',
  save: 'Save',
  saved: 'Saved.',
  missing: 'Fill in the names of the shop and the till.',
  preview: 'The customer’s screen',
} as const;

export const firstRunWords: Same<typeof ptBR> = {
  firstRun: {
    title: 'Welcome to Balcão',
    lead: 'How will this till work?',
    training: 'Training',
    trainingDetail: 'A simulated gateway on this computer. No money is moved. Good for learning.',
    connect: 'Connect to Conexão Rede',
    connectDetail:
      'Real charges. Have the Access Key, the Secret Key and the Client ID of this till at hand.',
    step: 'Step {{step}} of {{of}}',
  },
  shop,
  zone: {
    'America/Sao_Paulo': 'Brasília',
    'America/Manaus': 'Manaus and Cuiabá',
    'America/Rio_Branco': 'Acre',
    'America/Noronha': 'Noronha',
  },
  persons: {
    managerTitle: 'Add the manager',
    managerDetail: 'The manager’s PIN allows refunds and new cashiers.',
    operatorTitle: 'Add who works at the till',
    name: 'Name',
    pin: 'PIN ({{shortest}} to 12 digits)',
    repeat: 'Repeat the PIN',
    role: 'Role',
    add: 'Add',
    mismatch: 'The two PINs differ. Type them again.',
    badPin: 'A PIN has {{shortest}} to 12 digits.',
    noName: 'Type the name.',
    added: '{{name}} was added. Add another person, or finish with F2.',
    list: 'Added so far',
  },
};
