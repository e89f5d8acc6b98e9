import { createContext, useContext } from 'react';
import type { Capability, Port } from '../port/transport.ts';

/** The port that the screens below call through. */
export const PortContext = createContext<Port | null>(null);

export function usePort(): Port {
  const port = useContext(PortContext);
  if (port === null) throw new Error('no port around this component');
  return port;
}

/** Tells whether this page can do something that not every port can; what it cannot do is not shown. */
export function useCan(capability: Capability): boolean {
  return usePort().capabilities.has(capability);
}
