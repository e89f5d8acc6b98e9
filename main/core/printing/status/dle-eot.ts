import { isSet, type StatusRequest } from './status-request.ts';

/**
 * DLE EOT n. The answer has one byte and comes at once. Bits as in Epson's ESC/POS reference. Bits 0 and 7 are always 0, and
 * bits 1 and 4 always 1. Many copies of these printers answer 0x00, 0xFF or nothing, which proves nothing.
 */
function dleEot(n: number, name: string, read: StatusRequest['read']): StatusRequest {
  return {
    name,
    bytes: Uint8Array.of(0x10, 0x04, n),
    answerBytes: 1,
    fits: (answer) => ((answer[0] ?? 0) & 0x93) === 0x12,
    read,
  };
}

export const DLE_PRINTER = dleEot(1, 'DLE EOT 1', (answer) => ({
  online: isSet(answer, 0, 0x08) ? 'no' : 'yes',
}));

export const DLE_OFFLINE_CAUSE = dleEot(2, 'DLE EOT 2', (answer) => ({
  cover: isSet(answer, 0, 0x04) ? 'open' : 'closed',
  ...(isSet(answer, 0, 0x20) ? { paper: 'out' as const } : {}),
  ...(isSet(answer, 0, 0x40) ? {} : { error: 'none' as const }),
}));

export const DLE_ERROR_CAUSE = dleEot(3, 'DLE EOT 3', (answer) => ({
  error: isSet(answer, 0, 0x20)
    ? 'unrecoverable'
    : isSet(answer, 0, 0x08)
      ? 'cutter'
      : isSet(answer, 0, 0x40)
        ? 'recoverable'
        : 'none',
}));

export const DLE_PAPER = dleEot(4, 'DLE EOT 4', (answer) => ({
  paper: isSet(answer, 0, 0x60) ? 'out' : isSet(answer, 0, 0x0c) ? 'near-end' : 'ok',
}));
