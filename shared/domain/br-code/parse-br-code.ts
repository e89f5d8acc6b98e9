import { err, ok, type Result } from '../../kernel/result.ts';
import type { Centavos } from '../money/centavos.ts';
import { fromDigits } from '../money/decimal-reais.ts';
import { EMV_START, NO_TXID, type BrCode } from './br-code.ts';
import { endsWithItsCrc } from './crc16.ts';
import { readPixAccount } from './pix-account.ts';
import { fits, MAX_TXID } from './sizes.ts';
import { readDataObjects, type DataObjects } from './tlv.ts';
import { textOfUtf8, utf8Bytes } from './utf8.ts';

/**
 * `not-emv`: some other text. `malformed`: begins like an EMV code but breaks its rules. `not-pix`: an EMV code of another
 * arrangement. `bad-amount`: a Pix code whose amount cannot be read.
 */
export type ParseBrCodeError = 'not-emv' | 'malformed' | 'not-pix' | 'bad-amount';

/** Turns the units of one value into text. */
type Decode = (units: readonly string[]) => string;

/**
 * Reads the text of a Pix QR code ("copia e cola"). Ignores white space around it. For a wrong CRC it does not fail but sets
 * `crcOk` to false, so that a damaged code can be described. `checkPayload` decides whether a code may be shown.
 *
 * Lengths count characters. Issuers that write accents in the receiver's name sometimes count bytes. If a code with such
 * characters cannot be read by characters, it is read by bytes.
 *
 * Source: BACEN, Manual de Padrões para Iniciação do Pix, BR Code; EMV QR Code Specification for Payment Systems (MPM).
 */
export function parseBrCode(text: string): Result<BrCode, ParseBrCodeError> {
  const code = text.trim();
  if (!code.startsWith(EMV_START)) return err('not-emv');
  if (!code.isWellFormed()) return err('malformed');
  const crcOk = endsWithItsCrc(code);
  const byCharacter = readCode([...code], (units) => units.join(''), crcOk);
  const bytes = byCharacter.ok ? [] : utf8Bytes(code);
  if (bytes.length <= code.length) return byCharacter;
  // No value can end in half a character, because the digits of the next object, or the end, follow it.
  const decode: Decode = (units) => textOfUtf8(units.map((unit) => unit.charCodeAt(0)));
  const byByte = readCode(
    bytes.map((byte) => String.fromCharCode(byte)),
    decode,
    crcOk,
  );
  return byByte.ok ? byByte : byCharacter;
}

function readCode(
  units: readonly string[],
  decode: Decode,
  crcOk: boolean,
): Result<BrCode, ParseBrCodeError> {
  const read = readDataObjects(units);
  if (!read.ok) return read;
  const root = read.value;
  if (!fits(root) || [...root.keys()].at(-1) !== '63') return err('malformed');
  const account = readPixAccount(root, decode);
  if (!account.ok) return account;
  const pointOfInitiation = readPointOfInitiation(root);
  if (!pointOfInitiation.ok) return pointOfInitiation;
  const txid = readTxid(root, decode, account.value.url === null ? MAX_TXID.static : MAX_TXID.dynamic);
  if (!txid.ok) return txid;
  const amount = readAmount(root);
  if (!amount.ok) return amount;
  const text = (id: string) => decode(root.get(id) ?? []);
  return ok({
    payloadFormat: '01',
    pointOfInitiation: pointOfInitiation.value,
    ...account.value,
    merchantName: text('59'),
    merchantCity: text('60'),
    amount: amount.value,
    txid: txid.value,
    currency: text('53'),
    country: text('58'),
    crcOk,
  });
}

function readPointOfInitiation(root: DataObjects): Result<'11' | '12' | null, 'malformed'> {
  const value = root.get('01')?.join('') ?? null;
  return value === null || value === '11' || value === '12' ? ok(value) : err('malformed');
}

/** Reads 62-05, the reference label, which Pix calls txid. If object 62 is present, it must be a template. */
function readTxid(root: DataObjects, decode: Decode, max: number): Result<string | null, 'malformed'> {
  const extra = readDataObjects(root.get('62') ?? []);
  if (!extra.ok) return extra;
  const label = extra.value.get('05');
  if (label === undefined) return ok(null);
  if (label.length > max) return err('malformed');
  const txid = decode(label);
  return ok(txid === NO_TXID ? null : txid);
}

/** Reads object 54 in centavos. EMV allows an amount that ends in its point, `98.`, and leading zeros. */
function readAmount(root: DataObjects): Result<Centavos | null, 'bad-amount'> {
  const value = root.get('54');
  if (value === undefined) return ok(null);
  const [, reais, decimals = ''] = /^(\d+)(?:\.(\d{0,2}))?$/.exec(value.join('')) ?? [];
  const amount = reais === undefined ? err('bad-amount') : fromDigits(reais, decimals);
  return amount.ok ? amount : err('bad-amount');
}
