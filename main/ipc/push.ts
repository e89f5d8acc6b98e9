import { CONTROL_EVENTS } from '../../shared/contract/control.ts';
import type { Logger } from '../../shared/kernel/logger.ts';
import type { ControlEvent, ControlEventName } from '../../shared/rpc/bridge.ts';
import { CHANNELS } from '../../shared/rpc/channels.ts';
import type { TrustedPages } from '../windows/trusted-pages.ts';

/** Sends an event to the cashier's window. Does nothing without that window. */
export type Push = <E extends ControlEventName>(name: E, payload: ControlEvent<E>) => void;

/**
 * Creates the function that sends events to the cashier's window. A payload that the contract does not have is a bug: it is
 * logged and not sent, and the page keeps the last one.
 */
export function createPush(pages: Pick<TrustedPages, 'find'>, logger: Logger): Push {
  return (name, payload) => {
    const checked = CONTROL_EVENTS[name].safeParse(payload);
    if (checked.success) pages.find('cashier')?.send(CHANNELS.controlEvent, name, checked.data);
    else logger.error('event-outside-contract', { name });
  };
}
