import { runCommand } from '../../../build/run/run-command.ts';

/** zbarimg's exit code for "read the picture, found no code". */
const NOTHING_FOUND = 4;

/**
 * The texts of all QR codes in a picture, read by zbar: a decoder that shares no code with the app.
 * A BR Code has no line breaks, so one line is one code.
 */
export async function decodeQr(file: string): Promise<string[]> {
  const result = await runCommand('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', file]);
  if (result.code === NOTHING_FOUND) return [];
  if (result.code !== 0) throw new Error(`zbarimg could not read ${file}: ${result.stderr}`);
  return result.stdout.split('\n').filter((line) => line !== '');
}
