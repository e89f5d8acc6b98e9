import type { windowWords as ptBR } from '../pt-br/window.ts';
import type { Same } from '../words.ts';

export const windowWords: Same<typeof ptBR> = {
  common: {
    supportCode: 'code {{code}}',
    supportDetails: 'Details for support',
  },
  training: {
    band: 'TRAINING: no money is moved',
  },
  header: {
    online: 'Connected',
    offline: 'No connection',
    offlineSince: 'No connection since {{time}}',
    unusable: 'Gateway: unreadable answer',
    customerScreen: 'Customer screen',
    customerScreenOff: 'No customer screen',
    queue: 'queued: {{count}}',
    queueSince: 'queued: {{count}}, since {{time}}',
  },
  menu: {
    settings: 'Settings and screens',
    quit: 'Quit Balcão',
  },
  starting: {
    title: 'Opening the till…',
    waiting: 'Waiting for the charging service for {{seconds}} s.',
  },
  broken: {
    title: 'This screen could not be shown',
    detail: 'The charges are on disk and are still being checked. Do not hand over goods without the answer.',
    reload: 'Open the screen again',
  },
  recovering: {
    title: 'Checking open charges…',
    detail: 'Balcão asks the gateway what became of each charge before it sells. It takes 5 seconds at most.',
  },
  core: {
    down: 'Restarting the charging service…',
    downDetail: 'Nothing is lost: the charges are on disk. Do not hand over goods until the screen is back.',
    gaveUpDetail: 'The charges are on disk. Do not hand over goods without checking in the shop’s bank app.',
    heldBy: 'Who opened the other Balcão: the account {{account}} of this computer.',
    quit: 'Close Balcão',
  },
  confirmQuit: {
    title: 'Quit Balcão?',
    shift: 'A shift is still open.',
    shiftOf: '{{name}}’s shift is still open.',
    detail: 'With Balcão closed, this till takes no payment by QR. To end the day, close the shift (F12).',
    stay: 'Stay',
  },
  quitting: {
    title: 'Closing Balcão…',
    detail_one: '{{count}} cancellation is still to be confirmed by the gateway.',
    detail_other: '{{count}} cancellations are still to be confirmed by the gateway.',
    left: 'Closes in {{seconds}} s at most. What remains goes on at the next start.',
  },
};
