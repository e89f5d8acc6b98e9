import { useEffect, useState } from 'react';

/** True on a touch screen, and from the first touch on. */
export function useTouch(): boolean {
  const [isTouch, setTouch] = useState(
    () => typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches,
  );
  useEffect(() => {
    if (isTouch) return;
    const look = ({ pointerType }: PointerEvent): void => {
      if (pointerType === 'touch') setTouch(true);
    };
    window.addEventListener('pointerdown', look, true);
    return () => window.removeEventListener('pointerdown', look, true);
  }, [isTouch]);
  return isTouch;
}
