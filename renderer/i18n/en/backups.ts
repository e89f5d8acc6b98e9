import type { backupsWords as ptBR } from '../pt-br/backups.ts';
import type { Same } from '../words.ts';

export const backupsWords: Same<typeof ptBR> = {
  backups: {
    detail: 'One copy a day and one at each closing, kept for 30 days.',
    none: 'No copy yet.',
    events_one: '{{count, number}} record',
    events_other: '{{count, number}} records',
    behind_zero: 'the same as now',
    behind_one: '{{count, number}} record behind',
    behind_other: '{{count, number}} records behind',
    verified: 'Checked',
    unread: 'Not checked',
    now: 'Make a copy now',
    made: 'Copy made and checked.',
    restore: 'Go back to this copy',
    title: 'Go back to the copy of {{when}}',
    lead: 'Balcão adds to the copy all that the present data still prove. The present data are set aside, never deleted. If anything would be lost, nothing changes.',
    reason: 'Why go back (at least 5 letters)',
    restored:
      'Done: {{salvaged, number}} records brought over, {{lost, number}} lost. The earlier data are in {{file}}.',
  },
};
