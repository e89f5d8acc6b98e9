import { describe, expect, it } from 'vitest';
import { toWallets } from '../../../main/core/gateway/wallets.ts';

const row = (changes: object = {}): object => ({
  wallet: 'pix',
  friendly_name: 'Pix',
  active: true,
  minimum_payment: 0.5,
  pix_dict_key: 'a@b.example',
  pix_psp: 'itau',
  wallet_setting_name: null,
  transaction_type: 'cashin',
  default: true,
  ...changes,
});

describe('toWallets', () => {
  it('turns a row into a wallet', () => {
    expect(toWallets([row()])).toEqual([
      {
        wallet: 'pix',
        label: 'Pix',
        name: 'Pix',
        minimum: 50,
        pixDictKey: 'a@b.example',
        pixPsp: 'itau',
        isDefault: true,
      },
    ]);
  });

  it('takes a row that has only what the oldest ones have', () => {
    const oldest = { wallet: 'shipay-pagador', active: true, minimum_payment: 0, friendly_name: null };
    expect(toWallets([oldest])).toEqual([
      {
        wallet: 'shipay-pagador',
        label: 'shipay-pagador',
        name: 'shipay-pagador',
        minimum: 0,
        pixDictKey: null,
        pixPsp: null,
        isDefault: false,
      },
    ]);
  });

  it('keeps wallets that nobody has heard of', () => {
    expect(toWallets([row({ wallet: 'novelty', pix_psp: 'novo' })])).toMatchObject([
      { wallet: 'novelty', pixPsp: 'novo' },
    ]);
  });

  it('leaves out what is inactive or does not take money', () => {
    expect(toWallets([row({ active: false }), row({ transaction_type: 'cashout' })])).toEqual([]);
  });

  it('tells accounts of the same label apart by the nickname the shop gave them', () => {
    const names = toWallets([
      row({ wallet_setting_name: 'Itaú' }),
      row({ wallet_setting_name: 'Sicredi' }),
      row({ wallet: 'mercadopago', friendly_name: 'Mercado Pago', wallet_setting_name: 'mp' }),
    ])?.map((wallet) => wallet.name);
    expect(names).toEqual(['Pix (Itaú)', 'Pix (Sicredi)', 'Mercado Pago']);
  });

  it('passes over a row that cannot be read', () => {
    const unreadable = [{ wallet: 7 }, null, row({ active: 'yes' }), row({ wallet: 'x'.repeat(61) })];
    expect(toWallets([...unreadable, row({ pix_dict_key: 'a\u0000b' }), row()])).toHaveLength(1);
  });

  it.each(['abc', -1, 0.505, true, {}, '1,50'])(
    'lists a wallet whose minimum is %j without one',
    (minimum_payment) => {
      expect(toWallets([row({ minimum_payment })])).toMatchObject([{ wallet: 'pix', minimum: 0 }]);
    },
  );

  it.each([
    ['x'.repeat(900_000), `${'x'.repeat(59)}…`],
    ['  Pix\u0000\n da\u202e loja ', 'Pix da loja'],
    ['\u200b', 'pix'],
  ])('bounds and cleans the name %#', (friendly_name, name) => {
    expect(toWallets([row({ friendly_name })])).toMatchObject([{ name }]);
  });

  it('reads 200 rows and no more', () => {
    expect(toWallets(Array.from({ length: 8_000 }, () => row()))).toHaveLength(200);
  });

  it.each([[null], [{}], [{ wallets: [] }], ['x'], [[{ name: 'legacy' }]]])('is null for %j', (body) => {
    expect(toWallets(body)).toBeNull();
  });

  it('is an empty list for an empty list', () => {
    expect(toWallets([])).toEqual([]);
  });
});
