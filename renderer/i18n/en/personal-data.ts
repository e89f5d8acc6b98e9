import type { personalDataWords as ptBR } from '../pt-br/personal-data.ts';
import type { Same } from '../words.ts';

/** The data of one charge for a person who asks: as a file, and its texts erased. */
export const personalDataWords: Same<typeof ptBR> = {
  personalData: {
    open: 'Personal data',
    title: 'Data of this charge',
    lead: 'For a person who asks for their data (LGPD). The file has everything that this till keeps about the charge: give it to that person only.',
    save: 'Save to a file',
    saved: 'Saved in {{name}}.',
    fileName: 'charge {{code}}',
    erase: 'Erase texts',
    eraseTitle: 'Erase the texts of the charge',
    eraseLead:
      'Erases the reference, the description and the reasons that came from the shop’s software or were typed. Amounts, dates and the Pix code stay. This cannot be undone. Backups keep the texts for up to 30 days of use.',
    texts: 'Texts',
    erased: 'erased by {{name}} on {{at}}',
    cpf: 'The reference or the description has a CPF, which the screen shows without some digits. Ask the maker of the shop’s software to send the order’s number instead.',
  },
};
