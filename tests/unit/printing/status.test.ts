import { expect, it } from 'vitest';
import { AUTOMATIC_STATUS } from '../../../main/core/printing/status/automatic-status.ts';
import { BEMATECH_EXTENDED } from '../../../main/core/printing/status/bematech.ts';
import { DARUMA_PAPER, DARUMA_STATE } from '../../../main/core/printing/status/daruma.ts';
import {
  DLE_ERROR_CAUSE,
  DLE_OFFLINE_CAUSE,
  DLE_PAPER,
  DLE_PRINTER,
} from '../../../main/core/printing/status/dle-eot.ts';
import { ENQ } from '../../../main/core/printing/status/enq.ts';
import { GS_R_PAPER } from '../../../main/core/printing/status/paper-sensors.ts';
import { obstacleIn, UNKNOWN_STATUS } from '../../../main/core/printing/status/printer-status.ts';
import type { StatusMessage } from '../../../main/core/printing/status/status-request.ts';
import type { PrinterStatus, Reason } from '../../../main/core/printing/transport-port.ts';

const TABLE: readonly [string, StatusMessage, readonly number[], Partial<PrinterStatus>][] = [
  ['DLE EOT 1, online', DLE_PRINTER, [0x12], { online: 'yes' }],
  ['DLE EOT 1, drawer open', DLE_PRINTER, [0x16], { online: 'yes' }],
  ['DLE EOT 1, offline', DLE_PRINTER, [0x1a], { online: 'no' }],
  ['DLE EOT 2, nothing', DLE_OFFLINE_CAUSE, [0x12], { cover: 'closed', error: 'none' }],
  ['DLE EOT 2, cover', DLE_OFFLINE_CAUSE, [0x16], { cover: 'open', error: 'none' }],
  ['DLE EOT 2, paper', DLE_OFFLINE_CAUSE, [0x32], { cover: 'closed', paper: 'out', error: 'none' }],
  ['DLE EOT 2, error', DLE_OFFLINE_CAUSE, [0x52], { cover: 'closed' }],
  ['DLE EOT 3, none', DLE_ERROR_CAUSE, [0x12], { error: 'none' }],
  ['DLE EOT 3, cutter', DLE_ERROR_CAUSE, [0x1a], { error: 'cutter' }],
  ['DLE EOT 3, unrecoverable', DLE_ERROR_CAUSE, [0x32], { error: 'unrecoverable' }],
  ['DLE EOT 3, head too hot', DLE_ERROR_CAUSE, [0x52], { error: 'recoverable' }],
  ['DLE EOT 4, paper', DLE_PAPER, [0x12], { paper: 'ok' }],
  ['DLE EOT 4, near end', DLE_PAPER, [0x1e], { paper: 'near-end' }],
  ['DLE EOT 4, end', DLE_PAPER, [0x7e], { paper: 'out' }],
  ['GS r 1, paper', GS_R_PAPER, [0x00], { paper: 'ok' }],
  ['GS r 1, near end', GS_R_PAPER, [0x03], { paper: 'near-end' }],
  ['GS r 1, end', GS_R_PAPER, [0x0f], { paper: 'out' }],
  [
    'ASB, well',
    AUTOMATIC_STATUS,
    [0x10, 0, 0, 0x0f],
    { online: 'yes', cover: 'closed', paper: 'ok', error: 'none' },
  ],
  [
    'ASB, cover',
    AUTOMATIC_STATUS,
    [0x38, 0, 0, 0x0f],
    { online: 'no', cover: 'open', paper: 'ok', error: 'none' },
  ],
  [
    'ASB, end of paper',
    AUTOMATIC_STATUS,
    [0x18, 0, 0x0f, 0x0f],
    { online: 'no', cover: 'closed', paper: 'out', error: 'none' },
  ],
  [
    'ASB, near end and cutter',
    AUTOMATIC_STATUS,
    [0x18, 0x08, 0x03, 0x0f],
    { online: 'no', cover: 'closed', paper: 'near-end', error: 'cutter' },
  ],
  ['Daruma, well', DARUMA_STATE, [0x10], { online: 'yes', paper: 'ok', cover: 'closed', error: 'none' }],
  ['Daruma, no paper', DARUMA_STATE, [0x20], { online: 'no', paper: 'out', cover: 'closed', error: 'none' }],
  ['Daruma, cover', DARUMA_STATE, [0x80], { online: 'no', paper: 'ok', cover: 'open', error: 'none' }],
  [
    'Daruma, error',
    DARUMA_STATE,
    [0x18],
    { online: 'yes', paper: 'ok', cover: 'closed', error: 'recoverable' },
  ],
  ['Daruma, its paper', DARUMA_PAPER, [0x10], { paper: 'ok' }],
  ['Daruma, near end', DARUMA_PAPER, [0x11], { paper: 'near-end' }],
  ['Daruma, end', DARUMA_PAPER, [0x13], { paper: 'out' }],
  [
    'Bematech, well',
    BEMATECH_EXTENDED,
    [0x00, 0x80, 0, 0, 0],
    { online: 'yes', cover: 'closed', paper: 'ok', error: 'none' },
  ],
  [
    'Bematech, near end',
    BEMATECH_EXTENDED,
    [0x00, 0x82, 0, 0, 0],
    { online: 'yes', cover: 'closed', paper: 'near-end', error: 'none' },
  ],
  [
    'Bematech, end, and near end with it',
    BEMATECH_EXTENDED,
    [0x08, 0x86, 0, 0, 0],
    { online: 'no', cover: 'closed', paper: 'out', error: 'none' },
  ],
  [
    'Bematech, cover and error',
    BEMATECH_EXTENDED,
    [0x08, 0x40, 0, 0, 0],
    { online: 'no', cover: 'open', paper: 'ok', error: 'unrecoverable' },
  ],
  ['ENQ, well', ENQ, [0x09], { online: 'yes', cover: 'closed', paper: 'ok' }],
  ['ENQ, near end', ENQ, [0x19], { online: 'yes', cover: 'closed', paper: 'near-end' }],
  ['ENQ, end', ENQ, [0x1a], { online: 'no', cover: 'closed', paper: 'out' }],
  ['ENQ, cover', ENQ, [0x10], { online: 'no', cover: 'open', paper: 'near-end' }],
];

it.each(TABLE)('reads %s', (_, message, bytes, status) => {
  const answer = Uint8Array.from(bytes);
  expect(message.answerBytes).toBe(answer.length);
  expect(message.fits(answer)).toBe(true);
  expect(message.read(answer)).toEqual(status);
});

it.each([
  ['DLE EOT', DLE_PRINTER],
  ['Bematech', BEMATECH_EXTENDED],
  ['ENQ', ENQ],
])('takes what copies of printers answer to %s for noise', (_, message) => {
  expect(message.fits(new Uint8Array(message.answerBytes).fill(0x00))).toBe(false);
  expect(message.fits(new Uint8Array(message.answerBytes).fill(0xff))).toBe(false);
});

it('tells the three kinds of an Epson answer apart by one byte', () => {
  for (let byte = 0; byte < 256; byte += 1) {
    const answer = Uint8Array.of(byte);
    const fitting = [DLE_PRINTER, GS_R_PAPER, AUTOMATIC_STATUS].filter((message) => message.fits(answer));
    expect(fitting.length, byte.toString(16)).toBeLessThanOrEqual(1);
  }
});

const OBSTACLES: readonly [Partial<PrinterStatus>, Reason | null][] = [
  [{}, null],
  [{ online: 'yes', paper: 'near-end', cover: 'closed', error: 'recoverable' }, null],
  [{ online: 'no', paper: 'out', cover: 'open' }, 'COVER_OPEN'],
  [{ online: 'no', paper: 'out', cover: 'closed' }, 'PAPER_OUT'],
  [{ paper: 'out' }, 'PAPER_OUT'],
  [{ online: 'no' }, 'OFFLINE'],
  [{ error: 'cutter' }, 'OFFLINE'],
  [{ error: 'unrecoverable' }, 'OFFLINE'],
];

it.each(OBSTACLES)('finds in %o the obstacle %s', (status, reason) => {
  expect(obstacleIn({ ...UNKNOWN_STATUS, ...status })).toBe(reason);
});
