import { charge } from './charges.ts';
import type { CashierScene } from './scene.ts';
import { tillView, trainingView } from './till-view.ts';

const alone = { current: charge(), customerSees: 'nothing' } as const;

/** The scenes of the window itself: shown to the customer, and closed by a person. */
export const windowScenes: readonly CashierScene[] = [
  { name: 'waiting-shown', screen: 'show-customer', views: [tillView(alone)], keys: ['Enter'] },
  { name: 'waiting-shown-training', screen: 'show-customer', views: [trainingView(alone)], keys: ['Enter'] },
  { name: 'waiting-shown-and-back', screen: 'waiting', views: [tillView(alone)], keys: ['Enter', '7'] },
  {
    name: 'confirm-quit',
    screen: 'confirm-quit',
    views: [tillView()],
    events: { 'app/quit-asked': { operator: 'Ana' } },
  },
];
