import { isSet, type StatusRequest } from './status-request.ts';

/** A line without a printer reads as all zeros or all ones. */
const isAnswer = ([byte]: Uint8Array): boolean => byte !== 0x00 && byte !== 0xff;

/** ENQ to a Daruma. The answer has one byte (ACBrEscDaruma): online is inverted. */
export const DARUMA_STATE: StatusRequest = {
  name: 'ENQ (Daruma)',
  bytes: Uint8Array.of(0x05),
  answerBytes: 1,
  fits: isAnswer,
  read: (answer) => ({
    online: isSet(answer, 0, 0x10) ? 'yes' : 'no',
    paper: isSet(answer, 0, 0x20) ? 'out' : 'ok',
    cover: isSet(answer, 0, 0x80) ? 'open' : 'closed',
    error: isSet(answer, 0, 0x08) ? 'recoverable' : 'none',
  }),
};

/** GS ENQ to a Daruma. The answer has one byte (ACBrEscDaruma): the paper, which the answer to ENQ does not have. */
export const DARUMA_PAPER: StatusRequest = {
  name: 'GS ENQ (Daruma)',
  bytes: Uint8Array.of(0x1d, 0x05),
  answerBytes: 1,
  fits: isAnswer,
  read: (answer) => ({ paper: isSet(answer, 0, 0x02) ? 'out' : isSet(answer, 0, 0x01) ? 'near-end' : 'ok' }),
};
