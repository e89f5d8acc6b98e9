import type { Cancel } from '../../shared/kernel/time.ts';

/**
 * Runs `action` once the frame that is being made now stands on the screen. A window that is not painted never says
 * that it shows something.
 */
export function afterPaint(action: () => void): Cancel {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(action, 0);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
