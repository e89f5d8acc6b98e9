import type { printerWords as ptBR } from '../pt-br/printer.ts';
import type { Same } from '../words.ts';
import { term } from './terms.ts';

// Two ways to the printer at one cable.
const USB_CABLE = 'USB cable';

export const printerWords: Same<typeof ptBR> = {
  printer: {
    ready: term.printer,
    unknown: term.printer,
    'near-end': 'Paper near end',
    'paper-out': 'No paper',
    'cover-open': 'Cover open',
    offline: 'Printer stopped',
    unreachable: 'Printer not reached',
    qr: 'Print QR',
    printing: 'Printing…',
  },
  printerSetup: {
    search: 'Look for printers',
    searching: 'Looking…',
    managerLead: 'Only a manager sets up the printer. Type the manager’s PIN to continue.',
    none: 'No printer found',
    noneNext:
      'Switch the printer on, check its power supply and both ends of its cable, and look again with F5.',
    inNetwork: 'A printer on the network',
    serialPort: 'Serial port (advanced)',
    port: 'The printer’s serial port',
    address: 'Network address',
    addressHint: 'The printer’s IP address on the shop’s network. For example 192.168.0.50.',
    unsearched: '{{kind}}: {{trouble}}',
    profile: 'Model',
    profileHint: 'If in doubt, choose generic by the width of the paper.',
    automaticYes: 'Comes by itself when the customer pays',
    automaticNo: 'With F6 only',
    drawer: 'Drawer plugged into the printer',
    drawerNo: 'Stays shut',
    drawerYes: 'Opens when the payment comes in',
    test: 'Print a test',
    testing: 'Printing the test…',
    confirmed: 'The printer answered that it received the test. Look at the paper.',
    sent: 'The test was sent, but the printer did not confirm it. See whether paper came out.',
    question: 'What came out right?',
    allRight: 'All: accents, QR and cut',
    noAccents: 'Accents came out wrong',
    noQr: 'A QR is missing or does not read',
    nothing: 'Nothing, or letters without sense',
    adviceAccents: 'Choose another model and print the test again.',
    adviceQr: 'Choose the generic model of the same width: it draws the QR.',
    adviceNothing:
      'Check that the printer is on, its paper and its cable. Then try another model, or go back and choose another printer.',
    save: 'Use this printer',
    saved: 'Printer set up.',
  },
  printerKind: {
    usb: USB_CABLE,
    devfile: USB_CABLE,
    serial: 'Serial port',
    tcp9100: 'The shop’s network',
    spooler: 'Printers of the system',
  },
  searchTrouble: {
    'no-usb': 'this computer has no USB ports.',
    'no-print-service': 'the print service is stopped or not installed.',
    'no-permission': 'the system does not allow the search. Call support.',
    'no-library': 'the search does not work on this computer. Call support.',
    'no-answer': 'the search did not answer in time. Look again.',
    other: 'the search did not work. Look again; if it repeats, call support.',
  },
};
