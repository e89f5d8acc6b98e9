import type { backupsWords as ptBR } from '../pt-br/backups.ts';
import type { Same } from '../words.ts';

export const backupsWords: Same<typeof ptBR> = {
  backups: {
    detail: 'One backup a day and one at each closing, kept for 30 days.',
    none: 'No backup yet.',
    events_one: '{{count, number}} record',
    events_other: '{{count, number}} records',
    behind_zero: 'the same as now',
    behind_one: '{{count, number}} record fewer than now',
    behind_other: '{{count, number}} records fewer than now',
    verified: 'Checked',
    unread: 'Not checked',
    now: 'Make a backup now',
    made: 'Backup made and checked.',
    restore: 'Restore this backup',
    title: 'Restore the backup of {{when}}',
    lead: 'Balcão adds to the backup everything that the present data still prove. The present data are set aside, never deleted. If anything would be lost, nothing changes.',
    reason: 'Reason (at least 5 letters)',
    restored: 'Done: {{salvaged}}, {{lost}}. The earlier data are in {{file}}.',
    salvaged_one: '{{count, number}} record brought over',
    salvaged_other: '{{count, number}} records brought over',
    lost_one: '{{count, number}} lost',
    lost_other: '{{count, number}} lost',
  },
};
