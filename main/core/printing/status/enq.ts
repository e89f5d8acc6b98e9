import { isSet, type StatusRequest } from './status-request.ts';

/** ENQ. The answer has one byte (ACBrEscElgin): online and the cover are inverted. */
export const ENQ: StatusRequest = {
  name: 'ENQ',
  bytes: Uint8Array.of(0x05),
  answerBytes: 1,
  fits: (answer) => answer[0] !== 0x00 && answer[0] !== 0xff,
  read: (answer) => ({
    online: isSet(answer, 0, 0x01) ? 'yes' : 'no',
    paper: isSet(answer, 0, 0x02) ? 'out' : isSet(answer, 0, 0x10) ? 'near-end' : 'ok',
    cover: isSet(answer, 0, 0x08) ? 'closed' : 'open',
  }),
};
