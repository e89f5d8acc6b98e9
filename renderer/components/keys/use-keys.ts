import { createContext, useContext, useEffectEvent, useLayoutEffect } from 'react';
import { useArmed } from '../armed.tsx';
import { createKeyLayers, type KeyBindings, type KeyLevel } from './key-layers.ts';

/** The keys of the window. One set: there is one keyboard. */
export const keyLayers = createKeyLayers();

/** The layer of the keys of a part of the screen. A dialog sets it for its content. */
export const KeyLevelContext = createContext<KeyLevel>('screen');

/** Binds keys while the component is on screen: from the moment it is drawn, or the key of a hurried person is lost. */
export function useKeys(bindings: KeyBindings): void {
  const level = useContext(KeyLevelContext);
  const isArmed = useArmed();
  const current = useEffectEvent(() => bindings);
  const armed = useEffectEvent(() => isArmed);
  useLayoutEffect(() => keyLayers.push({ level, bindings: () => current(), armed: () => armed() }), [level]);
}
