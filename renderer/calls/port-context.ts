import { createContext, useContext } from 'react';
import type { Capability, Port } from '../port/transport.ts';

/** The port that the screens below call through. */
export const PortContext = createContext<Port | null>(null);

/** Returns the port of the page. */
export function usePort(): Port {
  const port = useContext(PortContext);
  if (port === null) throw new Error('no port around this component');
  return port;
}

/** Returns whether this page has a capability that not every port has. Without it, the screens do not show the key. */
export function useCan(capability: Capability): boolean {
  return usePort().capabilities.has(capability);
}
