import type { troubleWords as ptBR } from '../pt-br/trouble.ts';
import type { Same } from '../words.ts';

export const troubleWords: Same<typeof ptBR> = {
  trouble: {
    'data-folder-locked': {
      what: 'Balcão is already open on this computer',
      next: 'Use the other window, or close it and open Balcão again.',
    },
    'data-folder-read-only': {
      what: 'The data folder cannot be written to',
      next: 'Sign in to the computer as the usual user, or have support open the folder.',
    },
    'data-folder-of-others': {
      what: 'Other users of this computer can change the data folder',
      next: 'The folder is another user’s. Sign in to the computer as the usual user, or ask support to give the folder to this user alone. Nothing was changed.',
    },
    'database-from-future': {
      what: 'The data is of a newer version of Balcão',
      next: 'Install the newer version. Nothing was changed.',
    },
    'database-of-other-mode': {
      what: 'The data of training is in the place of production’s, or the reverse',
      next: 'Ask support to put each file back into its folder. Nothing was changed.',
    },
    'ledger-gone': {
      what: 'The sales file of this till is gone',
      next: 'The keys know a sales file that is no longer in the folder production. Call support and put the folder, with its backups, back. Nothing was changed.',
    },
    'disk-full': {
      what: 'The disk is full',
      next: 'Delete files that are not needed, close Balcão and open it again.',
    },
    'too-many-files': {
      what: 'Too many files are open on this computer',
      next: 'Close other programs, or restart the computer, and open Balcão again. Nothing was lost.',
    },
    'held-by-another-program': {
      what: 'Another program is using the files of Balcão',
      next: 'It may be a virus scanner, a backup or a folder synchronization. Wait until it is done, or close that program, and open Balcão again. Nothing was changed.',
    },
    internal: {
      what: 'The charging service could not start',
      next: 'Close Balcão and open it again. If it recurs, call support.',
    },
    'keeps-crashing': {
      what: 'The charging service stopped working several times',
      next: 'Close Balcão and open it again. If it recurs, restart the computer and call support.',
    },
  },
  notice: {
    dismiss: 'Understood',
    sign: 'Call the manager',
    more_one: '({{count, number}} more notice after this one.)',
    more_other: '({{count, number}} more notices after this one.)',
    'ledger-restored':
      'The sales file was damaged. The last good backup, of {{detail}}, was restored. Compare today’s sales with the bank.',
    'ledger-damaged':
      'The sales file is damaged. Restart Balcão when no customer waits: the last good backup will be restored.',
    'ledger-not-newest':
      'The sales file is older than the newest backup, of {{detail}}, or is another till’s: sales may be missing. Call the manager before you sell: the backup is restored under Backups (Ctrl+B).',
    'backup-failed':
      'The backup could not be written; sales are still recorded. Free some space on the disk, close programs that use the folder of backups, and call the manager, who makes another under Backups (Ctrl+B).',
    'ledger-started-anew':
      'The sales file was damaged and there was no backup. A new one was begun. Call support before you sell.',
    'clock-set-back':
      'The computer’s clock was set back. Set the system’s time right; the charges stay right.',
    'disk-full': 'The disk is full. New charges cannot be written down: free some space and try again.',
    'too-many-files':
      'Too many files are open on this computer, and new charges may fail. Close other programs; if it recurs, restart the computer and call support.',
    'read-only': 'The data folder cannot be written to. New charges cannot be made: call support.',
    'held-by-another-program':
      'Another program is using the sales file ({{detail}}), and new charges may fail. Wait until the virus scanner, the backup or the synchronization is done, or close that program, and try again; if it recurs, call support.',
    'api-file-held':
      'Another program holds a file of Balcão ({{detail}}), and the shop’s software may not find the till. Close that program: Balcão writes the file as soon as it can.',
    'api-port-taken':
      'Another program is using port {{detail}} of this computer, and the shop’s software may be talking to it instead of Balcão. Do not hand over goods by what the shop’s software says alone: check here. Close the other program and open Balcão again, or call support.',
    'folder-rights-unknown':
      'Balcão could not check who may open the data folder of this till: {{detail}}. You can sell. Call support: only the till’s account and administrators should have access to it.',
    'forced-contradicted':
      'A charge was settled as paid without confirmation, and the gateway says that the money is not with the shop: {{detail}}. Call the manager.',
    'pin-locked':
      'Too many wrong PINs: the PIN of {{detail}} is locked. A manager checks who tried and unlocks it in Settings (F1), People.',
    'ledger-rolled-back':
      'The sales file is of an earlier time: record {{detail}}, which this computer had written, is missing. Somebody put older data in its place. Call the manager, who compares with the bank and restores a backup under Backups (Ctrl+B).',
    'ledger-cut':
      'The end of the sales file was cut off: record {{detail}} is missing, and a backup has more records. Call the manager, who restores it under Backups (Ctrl+B).',
    'ledger-rewritten':
      'The sales file was rewritten: record {{detail}} is not the one that this computer wrote. Call the manager before you sell, and keep the paper of the last closing.',
    'ledger-head-unproven':
      'The record that this computer keeps outside the data folder is gone, or was not written by this till. Call the manager, who compares the data with the paper of the last closing.',
    'keys-changed-outside':
      'This till’s keys were changed outside Balcão ({{detail}}): the money would go to their account. No new charge is made until a manager has checked them. If they are wrong, replace them in Settings (F1).',
    'credentials-refused': 'The gateway refused this till’s credentials. Check the keys in Settings (F1).',
  },
  signNotice: {
    title: 'Notice for the manager',
    confirm: 'Read and signed',
    confirmKeys: 'Checked: the keys are this shop’s',
  },
};
