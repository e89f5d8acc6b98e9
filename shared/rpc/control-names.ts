import type { ControlEventName, ControlName } from './bridge.ts';

/** The methods of the control plane by name. Apart from their schemas, which a preload must not load. */
const CONTROL_METHODS: Readonly<Record<ControlName, true>> = {
  'displays/list': true,
  'displays/identify': true,
  'displays/choose': true,
  'vault/describe': true,
  'vault/test': true,
  'vault/save': true,
  'vault/remove': true,
  'vault/choose-training': true,
  'clipboard/copy': true,
  'report/choose-file': true,
  'app/quit': true,
};

/** The events of the control plane by name. A state is told again to a page that listens late; a moment is not. */
const CONTROL_EVENTS: Readonly<Record<ControlEventName, 'state' | 'moment'>> = {
  'app/quit-refused': 'moment',
  'app/quitting': 'moment',
  'displays/changed': 'state',
  'core/state': 'state',
};

export const isControlMethod = (name: string): name is ControlName => Object.hasOwn(CONTROL_METHODS, name);

export const isControlEvent = (name: string): name is ControlEventName => Object.hasOwn(CONTROL_EVENTS, name);

export const isControlState = (name: ControlEventName): boolean => CONTROL_EVENTS[name] === 'state';
