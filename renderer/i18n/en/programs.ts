import type { programsWords as ptBR } from '../pt-br/programs.ts';
import type { Same } from '../words.ts';

export const programsWords: Same<typeof ptBR> = {
  programs: {
    detail: 'Programs that may charge through this till. Each has a token of its own.',
    new: 'New program',
    newDetail: 'Make a token with the name of the program',
    first: 'First token',
    since: 'Since {{day}}',
    firstDetail: 'Since {{day}}, in the file api-token. It is for any program.',
    name: 'Name of the program',
    add: 'Make token',
    revoke: 'Revoke token',
    replace: 'Replace token',
    revokeAsk: 'The program {{name}} stops working at once.',
    replaceAsk: 'The programs that use this token stop working until they read the file again.',
    token: 'Token of {{name}}',
    once: 'Copy it now and store it in the program. The token is not shown again.',
    copy: 'Copy token',
    copied: 'Copied',
    done: 'Done',
  },
};
