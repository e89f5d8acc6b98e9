import { MINUTE, NOW } from './charges.ts';
import type { CashierScene, Replies } from './scene.ts';
import { tillView } from './till-view.ts';

const replies: Replies = {
  'manager/enter': { ok: true, value: { operatorId: 'marta', name: 'Marta' } },
  'backup/list': {
    ok: true,
    value: {
      items: [0, 1, 2, 3].map((place) => ({
        name: `ledger-${place}.db`,
        madeAt: NOW - place * 24 * 60 * MINUTE,
        bytes: 4_200_000,
        events: 18_240 - place * 3_100,
        behind: place * 3_100,
        verified: place !== 3,
      })),
    },
  },
};

const ENTER = ['F9', '8', '0', '2', '5', '1', '3', 'Enter', 'wait:[data-section]'];

/** The copies of the data, and the way back to one. */
export const backupScenes: readonly CashierScene[] = [
  {
    name: 'manager-backups',
    screen: 'manager',
    views: [tillView()],
    replies,
    keys: [...ENTER, 'Control+b', 'wait:[data-backups="4"]'],
  },
  {
    name: 'manager-restore-backup',
    screen: 'restore-backup',
    views: [tillView()],
    replies,
    keys: [...ENTER, 'Control+b', 'wait:[data-backups="4"]', 'F10'],
  },
];
