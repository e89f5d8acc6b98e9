import type { ControlEvent, ControlEventName } from '../../shared/rpc/bridge.ts';
import { CHANNELS } from '../../shared/rpc/channels.ts';
import type { TrustedPages } from '../windows/trusted-pages.ts';

/** Sends an event to the cashier's window. Does nothing without that window. */
export type Push = <E extends ControlEventName>(name: E, payload: ControlEvent<E>) => void;

/** Creates the function that sends events to the cashier's window. */
export function createPush(pages: Pick<TrustedPages, 'find'>): Push {
  return (name, payload) => pages.find('cashier')?.send(CHANNELS.controlEvent, name, payload);
}
