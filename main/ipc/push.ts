import type { ControlEvent, ControlEventName } from '../../shared/rpc/bridge.ts';
import { CHANNELS } from '../../shared/rpc/channels.ts';
import type { TrustedPages } from '../windows/trusted-pages.ts';

/** Tells the cashier's window something. Without that window nobody is told. */
export type Push = <E extends ControlEventName>(name: E, payload: ControlEvent<E>) => void;

export function createPush(pages: Pick<TrustedPages, 'find'>): Push {
  return (name, payload) => pages.find('cashier')?.send(CHANNELS.controlEvent, name, payload);
}
