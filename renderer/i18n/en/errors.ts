import type { ErrorCode } from '../../port/error-code.ts';
import type { ErrorWords } from '../pt-br/errors.ts';

// The next step, if several codes have the same.
const READ_FIRST = 'Read the answer on screen before handing over.';
const READ = 'Read the answer on screen.';
const OTHER_BACKUP = 'Choose another backup from the list.';
const REOPEN = 'Close Balcão and open it again; if it recurs, call support.';

export const errors: Record<ErrorCode, ErrorWords> = {
  'invalid-amount': { what: 'Invalid amount.', next: 'Type, for example, 25,90.' },
  'above-limit': {
    what: 'The amount is above the {{max}} a charge may have.',
    next: 'Split the sale in two.',
  },
  'below-minimum': {
    what: 'The amount is below what this wallet takes.',
    next: 'Choose another wallet or a larger amount.',
  },
  'unknown-wallet': { what: 'This wallet is no longer active at this till.', next: 'Choose another wallet.' },
  'shift-open': { what: 'A shift is open.', next: 'Answer the question on the screen.' },
  'unsettled-charge': { what: 'There is an open charge.', next: 'Settle the open charge and try again.' },
  'request-id-reused': {
    what: 'This charge was asked for with another amount. Nothing was charged now.',
    next: 'Press Esc and type the amount again.',
  },
  'keys-unconfirmed': {
    what: 'This till’s keys were changed outside Balcão. Nothing was charged.',
    next: 'Call the manager, who checks the keys with Ctrl+E.',
  },
  'ledger-gone': {
    what: 'The sales file of this till is gone: the folder production is not in the data folder.',
    next: 'Call support: the folder production, with its backups, must be put back.',
  },
  'not-signed-in': { what: 'Nobody is at the till.', next: 'Sign in with your PIN.' },
  'storage-failed': {
    what: 'It could not be written to disk. Nothing was done.',
    next: 'Free some disk space and try again; if it recurs, call support.',
  },
  'not-found': { what: 'This is no longer there.', next: 'Look at the list and choose again.' },
  'not-cancellable': {
    what: 'This charge can no longer be cancelled.',
    next: READ_FIRST,
  },
  'not-extendable': { what: 'This charge cannot get more time.', next: READ },
  'already-extended': {
    what: 'This charge already got more time.',
    next: 'When the time is over, charge again.',
  },
  'not-retryable': { what: 'This charge has already gone on.', next: READ },
  'amount-differs': {
    what: 'What was paid is not the amount of the sale.',
    next: 'Call the manager, who accepts it with the PIN, or refunds it.',
  },
  'not-approved': {
    what: 'This charge is not paid.',
    next: 'Do not hand over. Wait for the payment or cancel.',
  },
  'not-forceable': {
    what: 'This charge has an answer already, or was settled.',
    next: READ_FIRST,
  },
  'not-settled': {
    what: 'This charge has not ended yet. Nothing was erased.',
    next: 'Wait for the final answer and erase then.',
  },
  'nothing-to-erase': {
    what: 'This charge has no texts to erase.',
    next: 'Go back to the charge: amounts, dates and the Pix code stay.',
  },
  'slip-waiting': {
    what: 'A slip of this charge is still to be printed. Nothing was erased.',
    next: 'Wait for the printer, or discard the slip, and erase then.',
  },
  'nothing-to-check': {
    what: 'Fill in the id, or the amount and the time.',
    next: 'They are on the receipt that the customer shows.',
  },
  'wrong-pin': { what: 'Wrong PIN.', next: 'Type the PIN again.' },
  wait: { what: 'Too many attempts with a wrong PIN.', next: 'Wait and type the PIN again.' },
  'pin-locked': {
    what: 'This person’s PIN is locked after too many wrong ones.',
    next: 'Another manager unlocks it in Settings (F1), People. Without another manager, change it with the keys of the store.',
  },
  'unknown-manager': {
    what: 'It is not clear which manager signs.',
    next: 'Choose the manager in the list and type that manager’s PIN.',
  },
  'short-pin': {
    what: 'This PIN is too short.',
    next: 'Use 6 to 12 digits for managers and 4 to 12 for operators.',
  },
  'last-manager': {
    what: 'This person is the only manager of the till.',
    next: 'Add another manager first.',
  },
  'has-shift': { what: 'The open shift is this person’s.', next: 'Close the shift (F12) first.' },
  'keys-differ': {
    what: 'These are not the keys of this till.',
    next: 'Copy the Access Key and the Secret Key from the panel, in LOJAS, editar.',
  },
  'second-manager-needed': {
    what: 'The amount is above the refund limit of the shop. Nothing was refunded yet.',
    next: 'A second manager types a PIN too.',
  },
  'not-refundable': { what: 'This charge has no money to refund.', next: 'Look at today’s list.' },
  'exceeds-refundable': {
    what: 'The amount is more than can still be refunded.',
    next: 'Refund a smaller amount.',
  },
  'not-training': { what: 'This exists in training only.', next: 'Ask the customer to pay on their phone.' },
  'not-payable': { what: 'This charge cannot be paid now.', next: 'Show a new QR.' },
  'unknown-operator': { what: 'This person is not known at this till.', next: 'Choose somebody else.' },
  'shift-of-another': {
    what: 'The open shift is somebody else’s.',
    next: 'Whoever opened it signs in and closes it with F12.',
  },
  'manager-first': { what: 'There is no manager yet.', next: 'Add the manager first.' },
  'name-taken': { what: 'Somebody has this name already.', next: 'Use another name or a nickname.' },
  'program-name-taken': {
    what: 'There is a program of this name.',
    next: 'Use another name, or revoke the old token first.',
  },
  'too-many-programs': {
    what: 'This till has too many programs.',
    next: 'Revoke the token of a program that is no longer used.',
  },
  'weak-pin': { what: 'This PIN is easy to guess.', next: 'Avoid sequences and repeated digits.' },
  'bad-document': {
    what: 'The CNPJ or CPF is not right.',
    next: 'Type the shop’s document as it is registered.',
  },
  'bad-url': {
    what: 'Invalid address.',
    next: 'Use an address that begins with https://.',
  },
  unreachable: {
    what: 'The gateway was not found.',
    next: 'Check the internet and the address and test again.',
  },
  'credentials-refused': {
    what: 'The gateway refused the keys.',
    next: 'Check the three keys; the Client ID is this till’s own.',
  },
  'gateway-trouble': { what: 'The gateway answered with an error.', next: 'Try again in a minute.' },
  'connection-busy': {
    what: 'Another test of the connection has not ended.',
    next: 'Wait until it ends and try again.',
  },
  'trial-runtime': {
    what: 'This version of Balcão is only for trials: its Electron gets no security fixes any more.',
    next: 'Use training or staging, or install the version for shops.',
  },
  'manager-needed': {
    what: 'Only the manager may do this. Nothing was done.',
    next: 'Ask the manager to enter their PIN.',
  },
  exists: {
    what: 'There is a file of this name already. It was not changed.',
    next: 'Confirm that it may be replaced, or choose another name.',
  },
  'is-link': {
    what: 'This name is a link to another file. Nothing was changed.',
    next: 'Choose the file itself or another name.',
  },
  'not-writable': {
    what: 'It cannot be written to this place. No file was made.',
    next: 'Choose another folder, such as Documents, and try again.',
  },
  'held-by-another-program': {
    what: 'Another program, such as Excel, has the file open. Nothing was changed.',
    next: 'Close the file in the other program and try again, or choose another name.',
  },
  'disk-full': {
    what: 'The chosen disk is full. No file was made.',
    next: 'Free some space or choose another disk, and try again.',
  },
  busy: {
    what: 'Another file is being chosen or made.',
    next: 'Wait until it is done or cancel it, and try again.',
  },
  'no-keychain': {
    what: 'This system has no keychain to keep the keys in.',
    next: 'Tick “Keep them anyway” or turn on the system’s keychain.',
  },
  'bad-code': { what: 'Invalid code.', next: 'Check the seven letters and digits on the slip.' },
  'no-printer': { what: 'No printer is set up.', next: 'Set one up in Settings (F1), Printer.' },
  'not-printable': { what: 'This charge has no such slip now.', next: READ },
  'paper-out': {
    what: 'The printer is out of paper. Nothing was printed.',
    next: 'Change the roll and print again.',
  },
  'unfit-slip': {
    what: 'The slip did not pass its check and was not printed.',
    next: 'Use the customer screen; if it recurs, call support.',
  },
  'not-held': { what: 'This slip is settled already.', next: 'Go on.' },
  'unknown-printer': {
    what: 'This printer is not in the list any more. Nothing was printed or changed.',
    next: 'Go back and look for printers again.',
  },
  'not-an-address': {
    what: 'This is not an IP address.',
    next: 'Type only the printer’s address, for example 192.168.0.50.',
  },
  'public-address': {
    what: 'This address is not on the shop’s network. Balcão prints only inside it.',
    next: 'Type the address that the printer itself shows, for example 192.168.0.50.',
  },
  'other-port': {
    what: 'Balcão prints only on port 9100.',
    next: 'Type the address without the port, for example 192.168.0.50.',
  },
  'unknown-profile': { what: 'This printer model is not known.', next: 'Choose another from the list.' },
  'backup-unusable': {
    what: 'This backup cannot be read to its end.',
    next: OTHER_BACKUP,
  },
  'other-mode': {
    what: 'This backup is of training and the data of production, or the reverse. Nothing was changed.',
    next: OTHER_BACKUP,
  },
  'ledger-in-use': {
    what: 'A report or another program is reading the data. Nothing was changed.',
    next: 'Wait until it ends and try again.',
  },
  'would-lose': {
    what: 'This backup lacks what happened after it. Nothing was changed.',
    next: 'Go on with the present data; it is whole.',
  },
  'bad-cursor': { what: 'The list was updated.', next: 'Open the list of payments again.' },
  'too-many-filters': { what: 'There are too many saved filters.', next: 'Delete one and save again.' },
  'unknown-method': {
    what: 'Balcão asked for something that the charging service does not know.',
    next: REOPEN,
  },
  'wrong-role': {
    what: 'This window may not do that.',
    next: REOPEN,
  },
  'bad-input': {
    what: 'A field is invalid. Nothing was done.',
    next: 'Check what was typed and try again.',
  },
  internal: {
    what: 'Something failed inside Balcão. What was written stays written.',
    next: 'Read the answer on screen before handing over; if it recurs, call support.',
  },
  'not-locked': { what: 'The till was unlocked already.', next: 'Go on at the screen that is open.' },
  'till-locked': { what: 'The till is locked.', next: 'Type the PIN to go on.' },
  'core-restarted': {
    what: 'The charging service restarted. Nothing was charged twice.',
    next: 'Wait for the screen to come back and try again.',
  },
};
