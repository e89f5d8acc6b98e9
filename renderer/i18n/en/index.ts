import type { Words } from '../words.ts';
import { backupsWords } from './backups.ts';
import { chargeWords } from './charge.ts';
import { connectionWords } from './connection.ts';
import { customerWords } from './customer.ts';
import { dayWords } from './day.ts';
import { diaryWords } from './diary.ts';
import { errors } from './errors.ts';
import { firstRunWords } from './first-run.ts';
import { meaningWords } from './meaning.ts';
import { paymentsWords } from './payments.ts';
import { peopleWords } from './people.ts';
import { personalDataWords } from './personal-data.ts';
import { phoneWords } from './phone.ts';
import { printerWords } from './printer.ts';
import { problemWords } from './problem.ts';
import { programsWords } from './programs.ts';
import { receiptWords } from './receipt.ts';
import { refundWords } from './refund.ts';
import { reportWords } from './report.ts';
import { sectionWords } from './section.ts';
import { sellWords } from './sell.ts';
import { settingsWords } from './settings.ts';
import { settleWords } from './settle.ts';
import { shiftWords } from './shift.ts';
import { signInWords } from './sign-in.ts';
import { slipsWords } from './slips.ts';
import { statusWords } from './status.ts';
import { termsWords } from './terms.ts';
import { timelineWords } from './timeline.ts';
import { troubleWords } from './trouble.ts';
import { windowWords } from './window.ts';

/** English, the second language. */
export const en: Words = {
  ...termsWords,
  ...windowWords,
  ...troubleWords,
  ...sellWords,
  ...statusWords,
  ...chargeWords,
  ...problemWords,
  ...meaningWords,
  ...settleWords,
  ...receiptWords,
  ...refundWords,
  ...shiftWords,
  ...signInWords,
  ...peopleWords,
  ...phoneWords,
  ...slipsWords,
  ...printerWords,
  ...firstRunWords,
  ...connectionWords,
  ...settingsWords,
  ...programsWords,
  ...sectionWords,
  ...dayWords,
  ...paymentsWords,
  ...personalDataWords,
  ...timelineWords,
  ...backupsWords,
  ...diaryWords,
  ...reportWords,
  ...customerWords,
  errors,
};
