import { byWindow } from '../../../shared/domain/ledger-event/by.ts';
import type { Desk } from './open-desk.ts';
import { MANAGER, type Play } from './play.ts';

/** Whom the play of `session/add-operator` added. */
const rui = (app: Desk['app']): string =>
  app
    .till()
    .operators.all()
    .find(({ name }) => name.startsWith('Rui'))?.id ?? '';

/** The methods about people, in an order in which each finds its person. */
export const PEOPLE_PLAYS = {
  'session/add-operator': {
    writes: ['operator-added'],
    play: ({ call }) =>
      call['session/add-operator']({ name: 'Rui', role: 'operator', pin: '2580', managerPin: MANAGER }),
  },
  'people/change-own-pin': {
    writes: ['person-pin-changed'],
    play: ({ app, call }) =>
      call['people/change-own-pin']({ personId: rui(app), pin: '2580', newPin: '8642' }),
  },
  'people/set-pin': {
    writes: ['person-pin-changed'],
    play: ({ app, call }) =>
      call['people/set-pin']({ personId: rui(app), newPin: '9753', managerPin: MANAGER }),
  },
  'people/recover-pin': {
    writes: ['person-pin-changed'],
    async play({ app, call, trainingKeys }) {
      const personId = app.till().operators.byName('Marta')?.id ?? '';
      const { accessKey, secretKey } = trainingKeys();
      const keys = { accessKey, secretKey };
      const reply = await call['people/recover-pin']({ personId, ...keys, newPin: '802513' });
      await app.till().operators.setPin(personId, MANAGER, byWindow('test'));
      return reply;
    },
  },
  'people/rename': {
    writes: ['person-renamed'],
    play: ({ app, call }) =>
      call['people/rename']({ personId: rui(app), name: 'Rui Costa', managerPin: MANAGER }),
  },
  'people/set-role': {
    writes: ['person-role-changed'],
    play: ({ app, call }) =>
      call['people/set-role']({ personId: rui(app), role: 'operator', managerPin: MANAGER }),
  },
  'people/unlock': {
    writes: ['pin-unlocked'],
    play: ({ app, call }) => call['people/unlock']({ personId: rui(app), managerPin: MANAGER }),
  },
  'people/deactivate': {
    writes: ['person-deactivated'],
    play: ({ app, call }) => call['people/deactivate']({ personId: rui(app), managerPin: MANAGER }),
  },
} satisfies Readonly<Record<string, Play>>;
