import { isSet, type StatusRequest } from './status-request.ts';

/**
 * GS r 1. The answer has one byte. The printer answers after it has printed everything before it, unlike a real-time status.
 * Bits as in Epson's ESC/POS reference. Bits 4 and 7 are always 0.
 */
export const GS_R_PAPER: StatusRequest = {
  name: 'GS r 1',
  bytes: Uint8Array.of(0x1d, 0x72, 0x01),
  answerBytes: 1,
  fits: (answer) => ((answer[0] ?? 0) & 0x90) === 0x00,
  read: (answer) => ({ paper: isSet(answer, 0, 0x0c) ? 'out' : isSet(answer, 0, 0x03) ? 'near-end' : 'ok' }),
};
