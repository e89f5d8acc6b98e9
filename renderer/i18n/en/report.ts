import type { reportWords as ptBR } from '../pt-br/report.ts';
import type { Same } from '../words.ts';

export const reportWords: Same<typeof ptBR> = {
  report: {
    title: 'Make a sales report',
    open: 'Make a report',
    detail:
      'The charges of the list, with these filters. The till goes on selling while the file is written.',
    format: 'Kind of file',
    xlsx: 'Workbook (.xlsx)',
    xlsxDetail: 'Summary, days and sales, with dates and amounts as numbers.',
    csv: 'Text (.csv)',
    csvDetail: 'The sales alone, for another program.',
    write: 'Choose the folder',
    taken:
      'There is a file {{name}} in this folder already. It was not changed: replace it or choose another name.',
    replace: 'Replace',
    chooseOther: 'Choose another',
    show: 'Open folder',
    counting: 'Counting the charges…',
    writing: 'Writing: {{rows, number}} of {{total, number}}…',
    finishing: 'Finishing…',
    done_one: 'Done: {{name}}, {{count, number}} charge.',
    done_other: 'Done: {{name}}, {{count, number}} charges.',
    cancelled: 'Cancelled. No file was saved.',
    failed: 'It could not be written.',
  },
  reportFailure: {
    exists: 'There is a file of that name. Choose another.',
    'is-link': 'This name is a link to another file. Choose the file itself or another name.',
    'not-writable': 'It cannot be written there. Choose another folder.',
    'held-by-another-program':
      'Another program, such as Excel, has the file open. Close it and make the report again, or choose another name.',
    'disk-full': 'The disk is full. No file was saved.',
    internal: 'Something failed while writing. No file was saved; try again.',
  },
};
