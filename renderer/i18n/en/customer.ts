import type { customerWords as ptBR } from '../pt-br/customer.ts';
import type { Same } from '../words.ts';

export const customerWords: Same<typeof ptBR> = {
  customer: {
    training: 'TRAINING',
    idle: 'Pay with Pix',
    idleDetail: 'Ask for the QR at the till',
    wait: 'One moment',
    scan: 'Scan to pay',
    steps: 'How to pay',
    openBank: 'Open your bank’s app',
    openWallet: 'Open the {{wallet}} app',
    scanStep: 'Scan the QR',
    confirm: 'Check the name and confirm',
    receiver: 'You are paying',
    timeLeft: 'Time left to pay',
    qrAlt: 'QR to pay {{amount}}',
    checking: 'Checking the payment',
    checkingDetail: 'Do not pay again',
    paid: 'Paid',
    thanks: 'Thank you!',
    cancelled: 'Charge cancelled',
    cancelledDetail: 'Do not pay this QR',
    expired: 'This QR has expired',
    expiredDetail: 'Wait for a new one',
    offline: 'No connection right now',
    offlineDetail: 'Ask at the till for another way to pay',
    closed: 'Till closed',
    closedDetail: 'This till is not serving now',
    preparing: 'Being set up',
    preparingDetail: 'This till is not serving yet',
  },
};
