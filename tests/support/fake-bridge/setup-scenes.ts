import type { ControlOutput } from '../../../shared/rpc/bridge.ts';
import { MINUTE, NOW } from './charges.ts';
import type { CashierScene } from './scene.ts';
import { tillView, trainingView } from './till-view.ts';

type Vault = ControlOutput<'vault/describe'>;

const emptyVault: Vault = {
  protection: 'keychain',
  stored: false,
  baseUrl: null,
  accessKeyEnd: null,
  secretKeyEnd: null,
  clientIdEnd: null,
  chosen: false,
  unreadable: false,
  file: null,
};

const storedVault: Vault = {
  ...emptyVault,
  stored: true,
  baseUrl: 'https://api.shipay.com.br',
  accessKeyEnd: 'x4Tq',
  secretKeyEnd: '9bZe',
  clientIdEnd: 'M0aA',
  chosen: true,
};

const displays: ControlOutput<'displays/list'> = [
  {
    identity: 'a',
    number: 1,
    label: 'Dell P2419H',
    width: 1920,
    height: 1080,
    isPrimary: true,
    isCustomer: false,
    isPresent: true,
  },
  {
    identity: 'b',
    number: 2,
    label: 'Elgin 10"',
    width: 1024,
    height: 768,
    isPrimary: false,
    isCustomer: true,
    isPresent: true,
  },
];

const firstRun = tillView({
  phase: 'first-run',
  mode: 'training',
  operators: [],
  keysGuarded: false,
  operator: null,
  shift: null,
});
const connected = tillView({
  phase: 'first-run',
  operators: [],
  keysGuarded: false,
  operator: null,
  shift: null,
  shopName: '',
  tillName: '',
});
const signIn = trainingView({ phase: 'sign-in', operator: null, shift: null });
const programs = [
  { id: null, name: null, createdAt: NOW - 400 * 1_440 * MINUTE },
  { id: '5be07a41', name: 'ERP da loja 2.1', createdAt: NOW - 90 * 1_440 * MINUTE },
  { id: 'c0ffee12', name: 'Totem de autoatendimento', createdAt: NOW - 3 * 1_440 * MINUTE },
];
const keys = ['Tab', 'a', 'Tab', 'b', 'Tab', 'c'];

/** First run, signing in, and the settings. */
export const setupScenes: readonly CashierScene[] = [
  { name: 'starting', screen: 'starting', views: [], waitMs: 3_200 },
  { name: 'first-run', screen: 'first-run', views: [firstRun] },
  {
    name: 'first-run-keys-lost',
    screen: 'first-run',
    views: [{ ...firstRun, keysGuarded: true }],
    keys: ['Tab', '1', '2'],
  },
  {
    name: 'first-run-connect',
    screen: 'first-run',
    views: [firstRun],
    replies: { 'vault/describe': { ok: true, value: emptyVault } },
    keys: ['ArrowDown', 'Enter', ...keys],
  },
  {
    name: 'first-run-refused',
    screen: 'first-run',
    views: [firstRun],
    replies: {
      'vault/describe': { ok: true, value: emptyVault },
      'vault/test': { ok: false, error: { code: 'credentials-refused', message: '' } },
    },
    keys: ['ArrowDown', 'Enter', ...keys, 'Enter'],
  },
  {
    name: 'first-run-no-keychain',
    screen: 'first-run',
    views: [firstRun],
    replies: {
      'vault/describe': { ok: true, value: { ...emptyVault, protection: 'none' } },
      'vault/test': { ok: true, value: { wallets: 3 } },
    },
    keys: ['ArrowDown', 'Enter', ...keys, 'Enter'],
  },
  { name: 'first-run-shop', screen: 'first-run', views: [connected] },
  { name: 'first-run-shop-missing', screen: 'first-run', views: [connected], keys: ['Enter'] },
  {
    name: 'first-run-shop-typed',
    screen: 'first-run',
    views: [connected],
    keys: [...'Padaria Sol', 'Tab', ...'Caixa 2'],
  },
  {
    name: 'first-run-manager',
    screen: 'first-run',
    views: [{ ...connected, shopName: 'Mercearia São Jorge', tillName: 'Caixa 2' }],
    replies: { 'session/name-shop': { ok: true, value: { shopName: 'Mercearia São Jorge' } } },
    keys: [...'Mercearia', 'Tab', ...'Caixa 2', 'Enter'],
  },
  {
    name: 'sign-in',
    screen: 'sign-in',
    views: [tillView({ phase: 'sign-in', operator: null, shift: null })],
  },
  { name: 'sign-in-pin', screen: 'sign-in', views: [signIn], keys: ['1', '1', '2'] },
  {
    name: 'sign-in-wait',
    screen: 'sign-in',
    views: [signIn],
    replies: {
      'session/sign-in': { ok: false, error: { code: 'wait', message: '', details: { waitMs: 8_000 } } },
    },
    keys: ['1', '1', '1', '1', '1', 'Enter'],
  },
  {
    name: 'settings-screens',
    screen: 'settings',
    views: [tillView()],
    replies: {
      'displays/list': { ok: true, value: displays },
      'window/describe': { ok: true, value: { fullScreen: false } },
      'startup/describe': { ok: true, value: { withComputer: true } },
    },
    keys: ['F1'],
  },
  {
    name: 'settings-connection',
    screen: 'settings',
    views: [tillView()],
    replies: {
      'displays/list': { ok: true, value: displays },
      'vault/describe': { ok: true, value: storedVault },
    },
    keys: ['F1', 'ArrowRight'],
  },
  {
    name: 'settings-connection-remove',
    screen: 'settings',
    views: [tillView()],
    replies: {
      'displays/list': { ok: true, value: displays },
      'vault/describe': { ok: true, value: storedVault },
      'vault/remove': { ok: false, error: { code: 'wrong-pin', message: '' } },
    },
    keys: ['F1', 'ArrowRight', 'Delete', '1', '2', '3', '4', 'Enter'],
  },
  {
    name: 'settings-connection-replace',
    screen: 'settings',
    views: [tillView()],
    replies: {
      'displays/list': { ok: true, value: displays },
      'vault/describe': { ok: true, value: storedVault },
    },
    keys: ['F1', 'ArrowRight', 'F2', 'Tab', ...keys, 'Tab', '1', '2', '3', '4'],
  },
  {
    name: 'settings-people',
    screen: 'settings',
    views: [tillView()],
    replies: { 'displays/list': { ok: true, value: displays } },
    keys: ['F1', 'ArrowRight', 'ArrowRight'],
  },
  {
    name: 'settings-shop',
    screen: 'settings',
    views: [tillView()],
    replies: { 'displays/list': { ok: true, value: displays } },
    keys: ['F1', 'ArrowRight', 'ArrowRight', 'ArrowRight'],
  },
  {
    name: 'settings-charging',
    screen: 'settings',
    views: [tillView()],
    replies: { 'displays/list': { ok: true, value: displays } },
    keys: ['F1', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'],
  },
  {
    name: 'settings-programs',
    screen: 'settings',
    views: [tillView()],
    replies: {
      'displays/list': { ok: true, value: displays },
      'program/list': { ok: true, value: { items: programs } },
    },
    keys: ['F1', 'ArrowLeft', 'ArrowLeft'],
  },
  {
    name: 'settings-programs-revoke',
    screen: 'settings',
    views: [tillView()],
    replies: {
      'displays/list': { ok: true, value: displays },
      'program/list': { ok: true, value: { items: programs } },
      'program/revoke': { ok: false, error: { code: 'wrong-pin', message: '' } },
    },
    keys: ['F1', 'ArrowLeft', 'ArrowLeft', 'Tab', 'ArrowUp', 'Tab', '1', '2', '3', '4', 'Enter'],
  },
  {
    name: 'settings-programs-token',
    screen: 'settings',
    views: [tillView()],
    replies: {
      'displays/list': { ok: true, value: displays },
      'program/list': { ok: true, value: { items: programs } },
      'program/add': {
        ok: true,
        value: { id: '9d02c1e7', token: '9d02c1e7.fH2q8wJ0mXb5vTzR1kYcN7sLdE4uGpA6oQiW3hKxZtM' },
      },
    },
    keys: ['F1', 'ArrowLeft', 'ArrowLeft', 'Tab', 'Tab', 'E', 'R', 'P', 'Tab', '1', '2', '3', '4', 'Enter'],
  },
  {
    name: 'settings-looks',
    screen: 'settings',
    views: [trainingView()],
    replies: { 'displays/list': { ok: true, value: displays } },
    keys: ['F1', 'ArrowLeft'],
  },
];
