import { closeSync, fstatSync, readSync } from 'node:fs';
import { z } from 'zod';
import { Credentials } from '../../../../shared/contract/main-port.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { openFile } from '../../../files/file-operations.ts';
import { othersOf } from '../../ledger/rights/close-on-windows.ts';
import { checkBaseUrl, type BaseUrlError } from '../../gateway/base-urls.ts';

const LARGEST = 16_384;

/** Reads the till's keys from their file. The error is a sentence that says what to do and never has contents of the file. */
export function readCredentialsFile(path: string): Result<Credentials, string> {
  const text = readSecretFile(path);
  if (!text.ok) return text;
  const parsed = Credentials.safeParse(parseJson(text.value));
  if (!parsed.success)
    return err(`${path}: deve ser um JSON {"baseUrl", "accessKey", "secretKey", "clientId"}, todos texto.`);
  const baseUrl = checkBaseUrl(parsed.data.baseUrl);
  if (!baseUrl.ok) return err(`${path}: baseUrl ${URL_WORDS[baseUrl.error]}.`);
  return ok({ ...parsed.data, baseUrl: baseUrl.value });
}

const Pin = z.string().regex(/^\d{4,12}$/);

/** Reads the manager's PIN from its file. */
export function readPinFile(path: string): Result<string, string> {
  const text = readSecretFile(path);
  if (!text.ok) return text;
  const pin = Pin.safeParse(text.value.trim());
  return pin.success ? ok(pin.data) : err(`${path}: deve conter só o PIN, de 4 a 12 dígitos.`);
}

const URL_WORDS: Record<BaseUrlError, string> = {
  'not-a-url': 'não é um endereço',
  'not-https': 'deve começar com https:// (http:// só nesta máquina)',
  'has-credentials': 'não pode conter usuário nem senha',
  'has-query': 'não pode conter "?" nem "#"',
};

/**
 * Reads a file that only its owner may read or write. On Unix checks and reads through one descriptor, so that the file cannot be
 * replaced in between.
 */
function readSecretFile(path: string): Result<string, string> {
  let file: number;
  try {
    file = openFile(path, 'r');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'erro';
    return err(`${path}: não pode ser lido (${code}).`);
  }
  try {
    const { mode, size } = fstatSync(file);
    const rights = mode & 0o777;
    // On Windows the mode does not have the rights.
    const others = process.platform === 'win32' ? (othersOf(path) ?? []) : [];
    if (others.length > 0)
      return err(
        `${path}: outras contas podem abrir este arquivo. Execute: icacls "${path}" /inheritance:r /grant:r "%USERNAME%":F`,
      );
    if (process.platform !== 'win32' && rights !== 0o600)
      return err(
        `${path}: o modo é ${rights.toString(8).padStart(4, '0')} e deve ser 0600. Execute: chmod 600 ${path}`,
      );
    if (size > LARGEST) return err(`${path}: é grande demais para ser este arquivo.`);
    const bytes = Buffer.alloc(LARGEST);
    return ok(bytes.toString('utf8', 0, readSync(file, bytes, 0, LARGEST, 0)));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'erro';
    return err(`${path}: não pode ser lido (${code}).`);
  } finally {
    closeSync(file);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null; // the parser's message would quote the file
  }
}
