import type { TillView } from '../../../shared/contract/views.ts';
import { late, NOW } from './charges.ts';
import type { CashierScene, Replies } from './scene.ts';
import { tillView } from './till-view.ts';

const operators: TillView['operators'] = [
  { id: 'ana', name: 'Ana', role: 'operator' },
  { id: 'joao', name: 'João Batista', role: 'operator' },
  { id: 'marta', name: 'Marta', role: 'manager' },
  { id: 'rui', name: 'Rui Costa', role: 'manager' },
];
const keyManagers = [
  { id: 'marta', name: 'Marta' },
  { id: 'rui', name: 'Rui Costa' },
];

/** A till with two managers. */
const twoManagers = (patch: Partial<TillView> = {}): TillView =>
  tillView({ operators, keyManagers, ...patch });

const replies: Replies = { 'displays/list': { ok: true, value: [] } };
const refused = <C extends string>(code: C) => ({ ok: false, error: { code, message: '' } }) as const;

const PEOPLE = ['F1', 'ArrowRight', 'ArrowRight', 'Tab'];
const MARTA = [...PEOPLE, 'ArrowDown', 'ArrowDown', 'Enter'];
const WRONG = ['1', '1', '1', '1', 'Enter'];
const sixDigits = ['8', '0', '2', '5', '1', '3'];

/** People, their PINs, and who signs. */
export const peopleScenes: readonly CashierScene[] = [
  {
    name: 'people-locked',
    screen: 'settings',
    views: [twoManagers({ lockedPins: ['rui'] })],
    replies,
    keys: [...PEOPLE, 'ArrowDown'],
  },
  {
    name: 'people-person',
    screen: 'settings',
    views: [twoManagers({ lockedPins: ['marta'] })],
    replies,
    keys: MARTA,
  },
  { name: 'people-pin', screen: 'settings', views: [twoManagers()], replies, keys: [...MARTA, 'F2'] },
  {
    name: 'people-pin-manager',
    screen: 'settings',
    views: [twoManagers()],
    replies,
    keys: [...MARTA, 'F2', 'ArrowRight', 'Tab', 'ArrowDown'],
  },
  {
    name: 'people-pin-keys',
    screen: 'settings',
    views: [tillView()],
    replies: { ...replies, 'people/recover-pin': refused('keys-differ') },
    keys: [
      ...MARTA,
      'F2',
      'ArrowLeft',
      'Tab',
      'a',
      'Tab',
      'b',
      'Tab',
      ...sixDigits,
      'Tab',
      ...sixDigits,
      'Enter',
    ],
  },
  {
    name: 'people-rename',
    screen: 'settings',
    views: [twoManagers()],
    replies,
    keys: [...PEOPLE, 'Enter', 'F3'],
  },
  {
    name: 'people-deactivate',
    screen: 'settings',
    views: [tillView()],
    replies,
    keys: [...PEOPLE, 'ArrowDown', 'Enter', 'Delete'],
  },
  { name: 'people-add', screen: 'settings', views: [tillView()], replies, keys: [...PEOPLE, 'F2'] },
  {
    name: 'own-pin',
    screen: 'own-pin',
    views: [tillView()],
    replies: { 'manager/enter': { ok: true, value: { operatorId: 'marta', name: 'Marta' } } },
    keys: ['F9', '2', '5', '8', '0', 'Enter', 'wait:[data-screen="own-pin"]'],
  },
  {
    name: 'sign-in-forgotten',
    screen: 'sign-in',
    views: [tillView({ phase: 'sign-in', operator: null, shift: null })],
    replies: { 'session/sign-in': refused('wrong-pin') },
    keys: ['3', ...WRONG, 'wait:[data-error]', ...WRONG, 'wait:[data-problem]'],
  },
  {
    name: 'manager-pin-two',
    screen: 'manager-pin',
    views: [twoManagers()],
    keys: ['F9', 'ArrowDown', 'Tab', '8', '0'],
  },
  {
    name: 'refund-second',
    screen: 'refund',
    views: [twoManagers({ late: [late()] })],
    replies: { 'charge/refund': refused('second-manager-needed') },
    keys: ['F10', 't', 'r', 'o', 'c', 'a', 'Tab', 'Tab', ...sixDigits, 'Enter', 'wait:[data-error]'],
  },
  {
    name: 'sell-pin-locked',
    screen: 'sell',
    views: [
      twoManagers({ notices: [{ id: 'pin-locked', code: 'pin-locked', detail: 'Rui Costa', at: NOW }] }),
    ],
  },
];
