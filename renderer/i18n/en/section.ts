import type { sectionWords as ptBR } from '../pt-br/section.ts';
import type { Same } from '../words.ts';

export const sectionWords: Same<typeof ptBR> = {
  section: {
    day: 'The day',
    payments: 'Payments',
    closings: 'Closings',
    diary: 'Activity',
    backups: 'Backups',
    leave: 'Back to the till',
  },
  reading: {
    loading: 'Loading…',
    failed: 'It could not be loaded now. The till goes on working.',
    failedOld: 'It could not be updated: what is here is from before. The till goes on working.',
    again: 'Update',
  },
};
