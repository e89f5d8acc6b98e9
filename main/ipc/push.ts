import { CONTROL_EVENTS } from '../../shared/contract/control.ts';
import type { Logger } from '../../shared/kernel/logger.ts';
import type { ControlEvent, ControlEventName } from '../../shared/rpc/bridge.ts';
import { CHANNELS } from '../../shared/rpc/channels.ts';
import type { TrustedPages } from '../windows/trusted-pages.ts';

/** Tells the cashier's window something. Without that window nobody is told. */
export type Push = <E extends ControlEventName>(name: E, payload: ControlEvent<E>) => void;

/** Sends a payload as the contract has it. One outside the contract is a bug, and the page keeps the one before. */
export function createPush(pages: Pick<TrustedPages, 'find'>, logger: Logger): Push {
  return (name, payload) => {
    const checked = CONTROL_EVENTS[name].safeParse(payload);
    if (checked.success) pages.find('cashier')?.send(CHANNELS.controlEvent, name, checked.data);
    else logger.error('event-outside-contract', { name });
  };
}
