import type { connectionWords as ptBR } from '../pt-br/connection.ts';
import type { Same } from '../words.ts';

export const connectionWords: Same<typeof ptBR> = {
  connection: {
    title: 'Connection to the gateway',
    address: 'Address of the gateway',
    production: 'Production',
    staging: 'Staging',
    other: 'Other',
    url: 'Address (https)',
    accessKey: 'Access Key',
    secretKey: 'Secret Key',
    clientId: 'Client ID',
    test: 'Test connection',
    testing: 'Testing…',
    tested_one: 'Connection accepted: {{count}} active wallet.',
    tested_other: 'Connection accepted: {{count}} active wallets.',
    save: 'Save and use',
    saving: 'Saving…',
    replace: 'Replace the keys',
    remove: 'Remove the keys',
    removeAsk: 'Without the keys the till goes back to training. Remove them?',
    storedEnd: 'ends in {{end}}',
    protected: 'Kept in the system’s keychain.',
    unprotected: 'This system has no keychain: the keys are in a file without that protection.',
    unprotectedAsk: 'This system has no keychain. Keep the keys in a file that only this user can read?',
    unprotectedYes: 'Keep them anyway',
    unprotectedRefused:
      'The file of keys has no protection, and this system has a keychain: it is not used, because any program may have put it there. Enter the keys again.',
    unreadable:
      'Stored keys could not be read: the keychain is locked, or this is another system user. Nothing was lost.',
    trainingNow: 'This till is in training.',
    tickFirst: 'Tick the box with Space to keep the keys without a keychain, or go back with Esc.',
    showKeys: 'Show the keys',
    hideKeys: 'Hide the keys',
    missing: 'Fill in the three keys.',
    badUrl: 'The address must begin with https://.',
  },
};
