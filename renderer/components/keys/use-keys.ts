import { createContext, useContext, useEffect, useEffectEvent } from 'react';
import { useArmed } from '../armed.tsx';
import { createKeyLayers, type KeyBindings, type KeyLevel } from './key-layers.ts';

/** The keys of the window. One set: there is one keyboard. */
export const keyLayers = createKeyLayers();

/** The level at which the keys of a part of the screen work; a dialog sets it for what is inside it. */
export const KeyLevelContext = createContext<KeyLevel>('screen');

/** Binds keys while the component is on screen. */
export function useKeys(bindings: KeyBindings): void {
  const level = useContext(KeyLevelContext);
  const isArmed = useArmed();
  const current = useEffectEvent(() => bindings);
  const armed = useEffectEvent(() => isArmed);
  useEffect(() => keyLayers.push({ level, bindings: () => current(), armed: () => armed() }), [level]);
}
