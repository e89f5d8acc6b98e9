import type { slipsWords as ptBR } from '../pt-br/slips.ts';
import type { Same } from '../words.ts';

const slip = {
  'qr-slip': 'QR',
  receipt: 'Receipt',
  cancel: 'Cancellation',
  late: 'Paid late',
  refund: 'Refund',
  closing: 'Closing',
  test: 'Test',
} as const;

export const slipsWords: Same<typeof ptBR> = {
  slip,
  chargeSlip: {
    'qr-slip': 'Printed QR',
    receipt: slip.receipt,
    cancel: 'Notice of cancellation',
    print: 'Print',
    copy: 'If one is out already, this one is marked as a second copy.',
    printed: 'The last slip of the QR sent to the printer. It does not come out again.',
    noPrinter: 'There is no printer: this is how it would look on paper.',
  },
  slips: {
    title: 'Did the slip come out whole?',
    detail: 'No slip comes out twice without your confirmation. Look at the printer.',
    strip_one: '{{count}} slip to check',
    strip_other: '{{count}} slips to check',
    cameOut: 'It came out',
    reprint: 'Print a copy',
    discard: 'Not needed',
    done: 'No slip to check.',
  },
  paper: {
    preview: 'As it comes out on paper',
    qr: 'The slip’s QR',
    withheld: 'The QR is only printed. It cannot be paid from this screen.',
    barcode: 'Barcode {{code}}',
  },
  printReason: {
    UNREACHABLE: 'The printer is off or not on the network. Switch it on; the slip comes by itself.',
    BUSY: 'Another program is using the printer. The slip comes by itself when it is free.',
    NO_PERMISSION: 'No permission to use the printer. Call support (group lp or udev rule).',
    NO_DRIVER: 'This computer does not give the printer this way. Choose the installed printer.',
    PAPER_OUT: 'Out of paper. Change the roll; the slip comes by itself.',
    COVER_OPEN: 'The printer’s cover is open. Close it; the slip comes by itself.',
    OFFLINE: 'The printer is not ready. Check paper, cover and power.',
    NO_ANSWER:
      'The printer {{printer}} does not answer. Switch it off and on again; if that does not help, restart the computer. See whether the slip came out.',
    NO_PROGRESS: 'The printer stopped in the middle. Look at the slip.',
    UNPLUGGED: 'The printer’s cable came loose. Look at the slip.',
    REJECTED: 'The system refused the slip. Check the printer in Settings.',
    REMOVED: 'The slip was deleted from the printer’s queue. See whether it came out.',
    NOT_ALLOWED:
      'Balcão does not print to this place. Ask the manager to choose the printer again in Settings (F1), Printer.',
    ABORTED: 'Printing took too long and was stopped. Look at the slip.',
    STALE: 'This slip waited too long and does not come by itself.',
    TILL_ENDED: 'Balcão closed while it printed. See whether the slip came out.',
  },
};
