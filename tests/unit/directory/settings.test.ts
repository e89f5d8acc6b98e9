import { describe, expect, it } from 'vitest';
import { createSettingsStore, DEFAULT_SETTINGS } from '../../../main/core/directory/shop/settings.ts';
import { identify } from '../../../main/core/ledger/identity.ts';
import { birthAt } from '../../support/till/birth.ts';
import { createDiaryLog } from '../../../main/core/ledger/diary-log.ts';
import { rebuildProjections } from '../../../main/core/ledger/projections/rebuild.ts';
import { verifyLedger } from '../../../main/core/ledger/verify/verify-ledger.ts';
import { NOTICE_CODES } from '../../../shared/domain/notice/notice-code.ts';
import { createNotices } from '../../../main/core/directory/notices.ts';
import { createWalletCache } from '../../../main/core/directory/shop/wallets.ts';
import { centavos, MAX_CENTAVOS } from '../../../shared/domain/money/centavos.ts';
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts';
import { PIX } from '../../support/gateway/scripted-gateway.ts';
import { setUpPeople } from './setup-people.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

describe('the settings', () => {
  it('are the defaults until somebody changes them, and each change is an event', () => {
    const { ledger } = setUpPeople();
    const store = createSettingsStore(ledger);
    expect(store.get()).toEqual(DEFAULT_SETTINGS);
    store.set({ shopName: 'Padaria', maxAmount: centavos(500) }, byWindow('marta'));
    const changed = { ...DEFAULT_SETTINGS, shopName: 'Padaria', maxAmount: 500 };
    expect([store.get(), createSettingsStore(ledger).get()]).toEqual([changed, changed]);
    expect(ledger.log.since(0, 10)).toMatchObject([
      { type: 'settings-changed', actor: 'marta', body: { shopName: 'Padaria', maxAmount: 500 } },
    ]);
  });

  it('keep the default wallet, which a rebuilt and a verified ledger knows, and the choices of older versions', () => {
    const { ledger } = setUpPeople();
    const store = createSettingsStore(ledger);
    store.set({ defaultWallet: { pixDictKey: null, wallet: 'picpay' } }, byWindow('marta'));
    expect(store.get()).toMatchObject({ defaultWallet: { wallet: 'picpay', pixDictKey: null } });
    ledger.record('wallet-chosen', { wallet: 'pix', pixDictKey: null }, byWindow('ana'));
    ledger.inOneTransaction(() => rebuildProjections(ledger.db, 0));
    identify(ledger.db, birthAt(0));
    expect(verifyLedger(ledger.db).fault).toBeNull();
    ledger.db.exec('DELETE FROM setting');
    expect(verifyLedger(ledger.db).fault).toMatchObject({ code: 'setting' });
    ledger.inOneTransaction(() => rebuildProjections(ledger.db, 0));
    expect(createSettingsStore(ledger).get()).toEqual(store.get());
    expect(verifyLedger(ledger.db).fault).toBeNull();
  });

  it('are not told in the diary for a wallet that an older version chose', () => {
    const { ledger } = setUpPeople();
    ledger.record('settings-changed', { chosenWallet: 'pix', chosenPixKey: null }, byWindow('ana'));
    ledger.record('settings-changed', { shopName: 'Padaria' }, byWindow('marta'));
    const told = createDiaryLog(ledger.db).before('settings-changed', 100, 10);
    expect(told.map(({ actor }) => actor)).toEqual(['marta']);
  });

  it.each([
    ['shopName', '""'],
    ['shopName', '7'],
    ['shopName', 'no JSON'],
    ['tillName', '"  "'],
    ['zone', '"Mars/Olympus"'],
    ['zone', 'null'],
    ['timeLimitMs', '0'],
    ['timeLimitMs', '-1'],
    ['timeLimitMs', '1.5'],
    ['timeLimitMs', `${HOUR + 1}`],
    ['timeLimitMs', '"300000"'],
    ['maxAmount', '0'],
    ['maxAmount', '1e300'],
    ['maxAmount', `${MAX_CENTAVOS + 1}`],
    ['maxAmount', '[]'],
    ['family', '"orderx"'],
    ['defaultWallet', '{}'],
    ['defaultWallet', '"pix"'],
    ['autoLockMinutes', '0'],
    ['autoLockMinutes', '61'],
    ['a key that is no setting', '1'],
  ])('a bad row leaves the default: %s = %s', (key, value) => {
    const { ledger } = setUpPeople();
    ledger.db.prepare('INSERT INTO setting VALUES (?, ?)').run(key, value);
    expect(createSettingsStore(ledger).get()).toEqual(DEFAULT_SETTINGS);
  });

  it('stay as they were when the change cannot be written', () => {
    const { ledger } = setUpPeople();
    const store = createSettingsStore(ledger);
    ledger.db.exec(
      "CREATE TEMP TRIGGER no BEFORE INSERT ON ledger_event BEGIN SELECT RAISE(ABORT, 'no'); END",
    );
    expect(() => store.set({ shopName: 'Padaria' }, byWindow('marta'))).toThrow('no');
    expect([store.get(), createSettingsStore(ledger).get()]).toEqual([DEFAULT_SETTINGS, DEFAULT_SETTINGS]);
  });
});

describe('the wallets that were last listed', () => {
  it('are known at the next start without a connection, unless the row is bad', () => {
    const { ledger } = setUpPeople();
    createWalletCache(ledger.db).replace([PIX]);
    expect(createWalletCache(ledger.db).all()).toEqual([PIX]);
    expect(createWalletCache(ledger.db).usual(null)).toEqual(PIX);
    for (const bad of ['{', '[{"wallet":"pix"}]', '7']) {
      ledger.db.prepare('UPDATE setting SET value = ?').run(bad);
      expect(createWalletCache(ledger.db).all()).toEqual([]);
    }
  });
});

describe('notices', () => {
  it('one of a kind, the newest, until they are read', () => {
    const { ledger, clock } = setUpPeople();
    const notices = createNotices(ledger, clock);
    notices.add('ledger-restored', 'a');
    clock.jump(MINUTE);
    notices.add('clock-set-back', 'b');
    clock.jump(MINUTE);
    notices.add('ledger-restored', 'c');
    const codes = () =>
      createNotices(ledger, clock)
        .all()
        .map(({ code, detail }) => `${code} ${detail}`);
    expect(codes()).toEqual(['ledger-restored c', 'clock-set-back b']);
    expect(notices.dismiss('ledger-restored')).toBe(true);
    expect(notices.dismiss('ledger-restored')).toBe(false);
    expect(codes()).toEqual(['clock-set-back b']);
  });

  it('what the disk cannot take is shown all the same, and not after a restart', () => {
    const { ledger, clock } = setUpPeople();
    const notices = createNotices(ledger, clock);
    notices.add('disk-full', 'SQLITE_FULL');
    expect(notices.all()).toMatchObject([{ code: 'disk-full' }]);
    expect(createNotices(ledger, clock).all()).toEqual([]);
    ledger.db.pragma('query_only = ON');
    notices.add('ledger-damaged', 'page 7');
    expect(notices.all().map(({ code }) => code)).toEqual(['disk-full', 'ledger-damaged']);
    ledger.db.pragma('query_only = OFF');
    notices.add('ledger-damaged', 'page 8');
    expect(notices.all().map(({ detail }) => detail)).toEqual(['SQLITE_FULL', 'page 8']);
  });

  it.each(NOTICE_CODES)('%s hides no notice that is more urgent, whichever came first', (last) => {
    const { ledger, clock } = setUpPeople();
    const notices = createNotices(ledger, clock);
    for (const code of NOTICE_CODES.filter((each) => each !== last).reverse()) {
      notices.add(code, '');
      clock.jump(MINUTE);
    }
    notices.add(last, '');
    expect(notices.all().map(({ code }) => code)).toEqual(NOTICE_CODES);
  });
});
