import { expect, it } from 'vitest';
import { searchTroubleOf } from '../../../main/core/printing/search-trouble.ts';

it.each([
  ['GenericFailure: getDevices error: /sys/bus/usb/devices/ not found (errno 2)', 'no-usb'],
  ['CUPS is not installed: there is no lpstat', 'no-print-service'],
  ['scheduler is not running', 'no-print-service'],
  ['lpstat: scheduler is not running', 'no-print-service'],
  ['OpenPrinter caixa failed: 1722', 'no-print-service'],
  ["EACCES: permission denied, scandir '/dev/usb'", 'no-permission'],
  ['Cannot find native binding. npm has a bug related to optional dependencies', 'no-library'],
  ["Cannot find module 'koffi'", 'no-library'],
  ['ENOENT: spawn udevadm ENOENT', 'no-library'],
  ['no answer within 30000 ms', 'no-answer'],
  ['something new', 'other'],
])('%s: %s', (text, trouble) => {
  expect(searchTroubleOf(text)).toBe(trouble);
});
