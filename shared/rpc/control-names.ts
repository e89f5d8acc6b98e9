import type { ControlEventName, ControlName } from './bridge.ts';

/** The names of the control plane's methods. They stand apart from their schemas, which a preload must not load. */
const CONTROL_METHODS: Readonly<Record<ControlName, true>> = {
  'displays/list': true,
  'displays/identify': true,
  'displays/choose': true,
  'vault/describe': true,
  'vault/allow-address': true,
  'vault/test': true,
  'vault/save': true,
  'vault/remove': true,
  'vault/choose-training': true,
  'clipboard/copy': true,
  'report/choose-file': true,
  'report/show-file': true,
  'window/describe': true,
  'window/fill-screen': true,
  'startup/describe': true,
  'startup/set': true,
  'app/quit': true,
};

/** The names of the control plane's events. A page that subscribes late gets the present state. It gets no past moment. */
const CONTROL_EVENTS: Readonly<Record<ControlEventName, 'state' | 'moment'>> = {
  'app/quit-refused': 'moment',
  'app/quit-asked': 'moment',
  'app/quitting': 'moment',
  'displays/changed': 'state',
  'core/state': 'state',
};

/** True for the name of a call to main. */
export const isControlMethod = (name: string): name is ControlName => Object.hasOwn(CONTROL_METHODS, name);

/** True for the name of an event of main. */
export const isControlEvent = (name: string): name is ControlEventName => Object.hasOwn(CONTROL_EVENTS, name);

/** True for an event that tells a state, which a late subscriber gets too. */
export const isControlState = (name: ControlEventName): boolean => CONTROL_EVENTS[name] === 'state';
