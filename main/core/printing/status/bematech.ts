import { isSet, type StatusRequest } from './status-request.ts';

/**
 * GS F8 '1'. The answer has five bytes (ACBrEscBematech): offline in the first; near end, end, error and, inverted, the cover
 * in the second.
 */
export const BEMATECH_EXTENDED: StatusRequest = {
  name: 'GS F8 1',
  bytes: Uint8Array.of(0x1d, 0xf8, 0x31),
  answerBytes: 5,
  fits: (answer) =>
    answer.length < 5 || (answer.some((byte) => byte !== 0x00) && answer.some((byte) => byte !== 0xff)),
  read: (answer) => ({
    online: isSet(answer, 0, 0x08) ? 'no' : 'yes',
    paper: isSet(answer, 1, 0x24) ? 'out' : isSet(answer, 1, 0x02) ? 'near-end' : 'ok',
    error: isSet(answer, 1, 0x40) ? 'unrecoverable' : 'none',
    cover: isSet(answer, 1, 0x80) ? 'closed' : 'open',
  }),
};
