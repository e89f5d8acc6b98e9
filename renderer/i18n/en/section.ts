import type { sectionWords as ptBR } from '../pt-br/section.ts';
import type { Same } from '../words.ts';

export const sectionWords: Same<typeof ptBR> = {
  section: {
    day: 'The day',
    payments: 'Payments',
    closings: 'Closings',
    diary: 'Diary',
    backups: 'Copies',
    leave: 'Back to the till',
  },
  reading: {
    loading: 'Reading…',
    failed: 'It could not be read now. The till goes on working.',
    failedOld: 'It could not be read again: what is here is from before. The till goes on working.',
    again: 'Read again',
  },
};
