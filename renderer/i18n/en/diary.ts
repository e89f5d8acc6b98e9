import type { diaryWords as ptBR } from '../pt-br/diary.ts';
import type { Same } from '../words.ts';
import { payments } from './payments.ts';
import { charging } from './settings.ts';
import { term } from './terms.ts';
import { event } from './timeline.ts';

export const diaryWords: Same<typeof ptBR> = {
  diary: {
    none: 'Nothing in the diary yet.',
    when: 'When',
    who: 'Who',
    what: 'What',
    more: 'Older ones',
  },
  diaryKind: {
    'pin-failed': 'Wrong PIN',
    'shift-opened': 'Shift opened',
    'shift-closed': 'Shift closed',
    'operator-added': 'Person added',
    'person-pin-changed': 'PIN changed',
    'person-renamed': 'Name changed',
    'person-role-changed': 'Role changed',
    'person-deactivated': 'Person deactivated',
    'pin-unlocked': 'PIN unlocked',
    'settings-changed': 'Settings changed',
    'gateway-changed': 'Connection changed',
    'program-added': 'Program allowed',
    'program-revoked': 'Token of a program revoked',
    'manager-entered': 'Manager entered',
    'manager-left': 'Manager left',
    forced: event.forced,
    'refund-requested': event['refund-requested'],
    'refund-done': event['refund-done'],
    'refund-refused': 'Refund refused by the bank',
    'refund-unclear': 'Refund uncertain',
    'texts-erased': 'Texts of the charge erased',
    'ledger-restored': 'Backup restored',
    'closing-printed-again': 'Closing printed again',
    'notice-signed': 'Notice signed',
    'ledger-head-differs': 'Data other than what this computer wrote',
  },
  gatewayChange: {
    connected: 'connected',
    replaced: 'keys replaced',
    removed: 'keys removed',
    found: 'keys recognized at the start',
    'changed-outside': 'keys changed outside Balcão',
    confirmed: 'keys checked by the manager',
    kept: 'the change failed; the earlier keys stayed in use',
    clientId: 'Client ID ends in {{end}}',
  },
  setting: {
    shopName: term.store,
    tillName: term.till,
    zone: 'Time zone',
    timeLimitMs: 'Time of a QR',
    maxAmount: 'Largest amount of a charge',
    refundLimit: 'Limit of one refund',
    refundDayLimit: 'Limit of refunds in a day',
    family: charging.life,
    shopDocument: charging.document,
    chosenWallet: term.wallet,
    chosenPixKey: 'Pix key',
    printer: term.printer,
    savedFilters: payments.saved,
  },
  settingValue: {
    none: 'none',
    minutes: '{{minutes}} min',
    order: 'the gateway’s',
    orderv: 'that of the QR',
  },
};
