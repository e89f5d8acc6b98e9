import type { GatewayPlace } from '../../../../shared/domain/till/gateway-place.ts';
import type { OrderFamily } from '../../../../shared/domain/charge/charge.ts';
import { LONGEST_UNLOCKED_MINUTES } from '../../../../shared/domain/people/auto-lock.ts';
import { BY_MACHINE, type By } from '../../../../shared/domain/ledger-event/by.ts';
import { HOUR, MINUTE } from '../../../../shared/kernel/time.ts';
import { DEFAULT_ZONE, isZone } from '../../../../shared/domain/business-day/zone.ts';
import { centavos, MAX_CENTAVOS, type Centavos } from '../../../../shared/domain/money/centavos.ts';
import {
  STORED_KINDS,
  type EncoderKind,
  type PrinterTarget,
} from '../../../../shared/domain/printer/target.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { gatewayPlaceRow } from '../../ledger/projections/settings-event.ts';
import { createSettingWrite, parseSetting } from '../../ledger/setting-rows.ts';
import type { WalletAccount } from './wallets.ts';

/** What a till is called and how it works. Each change is an event of the ledger. */
export interface Settings {
  readonly shopName: string;
  readonly tillName: string;
  /** IANA zone of the store: the business day is its day. */
  readonly zone: string;
  /** How long a QR on the screen is offered, ms. */
  readonly timeLimitMs: number;
  /** The most that one charge may ask for. */
  readonly maxAmount: Centavos;
  /** A refund above this amount needs a second manager. Null: none does. */
  readonly refundLimit: Centavos | null;
  /** A refund that makes the refunds of a business day exceed this amount needs a second manager. Null: none does. */
  readonly refundDayLimit: Centavos | null;
  /** `orderv` gives Pix orders a life of their own at the gateway; it needs `shopDocument`. */
  readonly family: OrderFamily;
  /** CNPJ or CPF of the shop, which stands as buyer of a sale to nobody in particular. */
  readonly shopDocument: string | null;
  /** Without use for this long the till locks, minutes. Null: it does not. */
  readonly autoLockMinutes: number | null;
  /** The wallet account that each sale starts with. Null: the store's default. */
  readonly defaultWallet: WalletAccount | null;
  /** The store and the till as the gateway calls them. Null before a list of orders named them. */
  readonly gatewayPlace: GatewayPlace | null;
  /** The printer that was set up; null is none. */
  readonly printer: PrinterSetting | null;
}

/** A printer, how it is spoken to, and what it prints unasked. */
export interface PrinterSetting {
  readonly target: PrinterTarget;
  /** As the person who set it up saw it named. */
  readonly name: string;
  readonly profile: string;
  readonly encoder: EncoderKind;
  /** Receipts, and slips of what is given back, come out by themselves. */
  readonly automatic: boolean;
  /** The drawer at the printer opens when a payment comes in. */
  readonly drawer: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  shopName: 'Minha loja',
  tillName: 'Caixa 1',
  zone: DEFAULT_ZONE,
  timeLimitMs: 5 * MINUTE,
  maxAmount: centavos(99_999_99),
  refundLimit: null,
  refundDayLimit: null,
  family: 'order',
  shopDocument: null,
  autoLockMinutes: null,
  defaultWallet: null,
  gatewayPlace: null,
  printer: null,
};

/** The gateway's own life of a QR: offering one for longer would be a lie (gateway protocol, section 8.3). */
const LONGEST = HOUR;

export interface SettingsStore {
  get(): Settings;
  set(change: Partial<Omit<Settings, 'gatewayPlace'>>, by: By): void;
  /** Stores the ids and names that the gateway gave store and till. If they are known or say nothing, writes nothing. */
  learnGatewayPlace(place: GatewayPlace): void;
}

export function createSettingsStore(ledger: Ledger): SettingsStore {
  const write = createSettingWrite(ledger.db);
  let current = readSettings(ledger);
  const keep = (change: Partial<Settings>): void => {
    for (const [key, value] of Object.entries(change)) write(key, value);
  };
  return {
    get: () => current,
    set(change, by) {
      ledger.record('settings-changed', change, by, () => keep(change));
      current = { ...current, ...change };
    },
    learnGatewayPlace(place) {
      const [key, value] = gatewayPlaceRow(place);
      const isNews = JSON.stringify(value) !== JSON.stringify(current.gatewayPlace);
      if (!isNews || Object.values(place).every((part) => part === null)) return;
      ledger.record('gateway-place-learned', place, BY_MACHINE, () => write(key, value));
      current = { ...current, gatewayPlace: place };
    },
  };
}

/** The settings as they stand in a ledger, which may be open for reading alone. */
export function readSettings({ db }: Pick<Ledger, 'db'>): Settings {
  const rows = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM setting').all();
  return read(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
}

/** Rows to settings; a value that does not fit its setting leaves the default. */
function read(rows: Readonly<Record<string, string>>): Settings {
  const stored = Object.fromEntries(Object.entries(rows).map(([key, value]) => [key, parseSetting(value)]));
  const text = (key: keyof Settings, otherwise: string): string => {
    const value = stored[key];
    return typeof value === 'string' && value.trim() !== '' ? value : otherwise;
  };
  const whole = (key: keyof Settings, otherwise: number, most: number): number => {
    const value = stored[key];
    return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= most
      ? value
      : otherwise;
  };
  const optional = (key: keyof Settings): string | null =>
    typeof stored[key] === 'string' ? (stored[key] as string) : null;
  const limit = (key: 'refundLimit' | 'refundDayLimit'): Centavos | null => {
    const value = whole(key, 0, MAX_CENTAVOS);
    return value === 0 ? null : centavos(value);
  };
  const zone = text('zone', DEFAULT_SETTINGS.zone);
  return {
    shopName: text('shopName', DEFAULT_SETTINGS.shopName),
    tillName: text('tillName', DEFAULT_SETTINGS.tillName),
    zone: isZone(zone) ? zone : DEFAULT_SETTINGS.zone,
    timeLimitMs: whole('timeLimitMs', DEFAULT_SETTINGS.timeLimitMs, LONGEST),
    maxAmount: centavos(whole('maxAmount', DEFAULT_SETTINGS.maxAmount, MAX_CENTAVOS)),
    refundLimit: limit('refundLimit'),
    refundDayLimit: limit('refundDayLimit'),
    family: stored['family'] === 'orderv' ? 'orderv' : 'order',
    shopDocument: optional('shopDocument'),
    autoLockMinutes: whole('autoLockMinutes', 0, LONGEST_UNLOCKED_MINUTES) || null,
    defaultWallet: readAccount(stored['defaultWallet']),
    gatewayPlace: readGatewayPlace(stored['gatewayPlace']),
    printer: readPrinter(stored['printer']),
  };
}

function readAccount(value: unknown): WalletAccount | null {
  if (typeof value !== 'object' || value === null) return null;
  const { wallet, pixDictKey } = value as Record<string, unknown>;
  if (typeof wallet !== 'string') return null;
  return { wallet, pixDictKey: typeof pixDictKey === 'string' ? pixDictKey : null };
}

function readGatewayPlace(value: unknown): GatewayPlace | null {
  if (typeof value !== 'object' || value === null) return null;
  const { storeId, storeName, tillId, tillName } = value as Record<string, unknown>;
  const text = (part: unknown): string | null => (typeof part === 'string' ? part : null);
  return {
    storeId: text(storeId),
    storeName: text(storeName),
    tillId: text(tillId),
    tillName: text(tillName),
  };
}

function readPrinter(value: unknown): PrinterSetting | null {
  if (typeof value !== 'object' || value === null) return null;
  const { target, name, profile, encoder } = value as Partial<PrinterSetting>;
  const isWhole =
    STORED_KINDS.some((kind) => kind === target?.kind) &&
    typeof target?.id === 'string' &&
    typeof profile === 'string';
  if (!isWhole || (encoder !== 'pos' && encoder !== 'escpos')) return null;
  const { automatic, drawer } = value as PrinterSetting;
  const unasked = { automatic: automatic === true, drawer: drawer === true };
  return { target, name: typeof name === 'string' ? name : target.id, profile, encoder, ...unasked };
}
