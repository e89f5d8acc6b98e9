import { paidPayment } from './payment-replies.ts';
import { replies } from './manager-replies.ts';
import { NOW } from './charges.ts';
import type { CashierScene } from './scene.ts';
import { tillView } from './till-view.ts';

const ENTER = ['F9', '8', '0', '2', '5', '1', '3', 'Enter', 'wait:[data-day]'];
const PAYMENT = [...ENTER, 'F3', 'wait:[data-payment]', 'Enter', 'wait:[data-event]'];

const withCpf = {
  ...paidPayment,
  charge: { ...paidPayment.charge, reference: 'Maria ***.982.247-**' },
  hasCpf: true,
};
const erased = {
  ...paidPayment,
  charge: { ...paidPayment.charge, reference: null },
  textsErased: { at: NOW, byName: 'Marta' },
};

/** The data of one charge for a person who asks for it. */
export const personalDataScenes: readonly CashierScene[] = [
  {
    name: 'manager-payment-cpf',
    screen: 'manager',
    views: [tillView()],
    replies: { ...replies, 'manager/payment': { ok: true, value: withCpf } },
    keys: PAYMENT,
  },
  {
    name: 'manager-payment-erased',
    screen: 'manager',
    views: [tillView()],
    replies: { ...replies, 'manager/payment': { ok: true, value: erased } },
    keys: PAYMENT,
  },
  {
    name: 'manager-personal-data',
    screen: 'personal-data',
    views: [tillView()],
    replies,
    keys: [...PAYMENT, 'Control+d'],
  },
  {
    name: 'manager-erase-texts',
    screen: 'erase-texts',
    views: [tillView()],
    replies,
    keys: [...PAYMENT, 'Control+d', 'wait:[data-screen="personal-data"]', 'Delete'],
  },
];
