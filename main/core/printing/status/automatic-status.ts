import { isSet, type StatusMessage } from './status-request.ts';

/**
 * Automatic Status Back (GS a): four bytes at each change, without a question, from a printer with this setting. Bits as in
 * Epson's ESC/POS reference. The first byte has bit 4, and not bits 0, 1 and 7.
 */
export const AUTOMATIC_STATUS: StatusMessage = {
  answerBytes: 4,
  fits: (answer) => ((answer[0] ?? 0) & 0x93) === 0x10,
  read: (answer) => ({
    online: isSet(answer, 0, 0x08) ? 'no' : 'yes',
    cover: isSet(answer, 0, 0x20) ? 'open' : 'closed',
    paper: isSet(answer, 2, 0x0c) ? 'out' : isSet(answer, 2, 0x03) ? 'near-end' : 'ok',
    error: isSet(answer, 1, 0x20)
      ? 'unrecoverable'
      : isSet(answer, 1, 0x08)
        ? 'cutter'
        : isSet(answer, 1, 0x40)
          ? 'recoverable'
          : 'none',
  }),
};
