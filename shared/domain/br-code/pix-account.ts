import { err, ok, type Result } from '../../kernel/result.ts';
import { PIX_GUI, type BrCode } from './br-code.ts';
import { readDataObjects, type DataObjects } from './tlv.ts';

/**
 * Returns the receiver: the one template among objects 26 to 51 whose 00 is Pix, with a key in 01 (static) or a URL in 25
 * (dynamic). Two Pix templates, or a key and a URL together, are malformed, because the code would have two receivers.
 * Source: BACEN, Manual de Padrões para Iniciação do Pix, BR Code, Merchant Account Information.
 */
export function readPixAccount(
  root: DataObjects,
  decode: (units: readonly string[]) => string,
): Result<Pick<BrCode, 'pixKey' | 'url'>, 'malformed' | 'not-pix'> {
  let account: DataObjects | null = null;
  for (const [id, value] of root) {
    if (Number(id) < 26 || Number(id) > 51) continue;
    const template = readDataObjects(value);
    if (!template.ok) return template;
    if (template.value.get('00')?.join('').toLowerCase() !== PIX_GUI) continue;
    if (account) return err('malformed');
    account = template.value;
  }
  if (!account) return err('not-pix');
  const key = account.get('01');
  const location = account.get('25');
  if (key && !location) return ok({ pixKey: decode(key), url: null });
  if (location && !key) return ok({ pixKey: null, url: decode(location) });
  return err('malformed');
}
